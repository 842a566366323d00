namespace Insights.Tests.Text;

/// <summary>Eight tiny complaints of three kinds, used for reference values.</summary>
internal static class SmallTexts
{
    public static readonly string[] Texts =
    [
        "late late refund still waiting",
        "officer rude at the desk",
        "refund waiting for months",
        "rude officer shouted",
        "passport lost in the post",
        "lost passport and lost refund",
        "desk officer rude again",
        "waiting months for passport",
    ];

    public static readonly int[] Kinds = [0, 1, 0, 1, 2, 2, 1, 0];
}
