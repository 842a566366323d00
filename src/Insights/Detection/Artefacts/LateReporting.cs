using Insights.Detection.Scanning;

namespace Insights.Detection.Artefacts;

/// <summary>Complaints that have happened but are not in the source yet make the newest periods look quiet.</summary>
internal sealed class LateReporting : IRivalExplanation
{
    public const string Code = "late_reporting";

    /// <summary>The rest of the collection counts as late, too, when less than this share of it has come.</summary>
    private const double LateShare = 0.6;

    public RivalVerdict Test(RivalContext context)
    {
        if (!context.Window.IsFall)
        {
            return new(Code, false, "Not late reporting: that makes the newest counts too low, never too high.");
        }

        RestOfCollection rest = RestOfCollection.Of(context);
        string others = $"{WordsFor.Figure(rest.Observed)} other complaints of the same time are in, against {WordsFor.Expected(rest.Expected)} expected";
        return rest.Ratio < LateShare
            ? new(Code, true, $"Late reporting: only {others}, so the source is probably not complete.")
            : new(Code, false, $"Not late reporting: {others}.");
    }
}
