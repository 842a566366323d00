using Insights.Detection.Scanning;

namespace Insights.Detection.Artefacts;

/// <summary>A letter-writing campaign: no rise is left once near-identical letters count once.</summary>
internal sealed class LetterCampaign : IRivalExplanation
{
    public const string Code = "campaign";

    /// <summary>Fewer repeated letters than this are no campaign.</summary>
    private const int FewestRepeats = 3;

    public RivalVerdict Test(RivalContext context)
    {
        RaisedWindow window = context.Window;
        if (window.IsFall)
        {
            return new(Code, false, "No letter campaign: a campaign cannot explain missing complaints.");
        }

        int distinct = CountOnce(context);
        int repeats = window.Observed - distinct;
        if (repeats < FewestRepeats)
        {
            return new(Code, false, repeats == 0
                ? "No letter campaign: no two of the complaints are near-identical."
                : $"No letter campaign: only {WordsFor.Number(repeats)} of the {WordsFor.Figure(window.Observed)} complaints repeat another.");
        }

        string counted = $"{WordsFor.Figure(repeats)} of the {WordsFor.Figure(window.Observed)} complaints repeat a near-identical letter; "
            + $"with each letter counted once, {WordsFor.Figure(distinct)} remain against {WordsFor.Expected(window.Expected)} expected";
        return context.IsUnremarkable(distinct, window.Expected)
            ? new(Code, true, $"Letter campaign: {counted}, which chance explains.")
            : new(Code, false, $"No letter campaign alone: {counted}, still more than chance explains.");
    }

    private static int CountOnce(RivalContext context)
    {
        RaisedWindow window = context.Window;
        if (context.Complaints.Count >= window.Observed)
        {
            return context.Complaints.DistinctBy(complaint => complaint.Voice).Count();
        }

        return Enumerable.Range(window.Start, window.Length).Sum(period => window.Series.Distinct[period]);
    }
}
