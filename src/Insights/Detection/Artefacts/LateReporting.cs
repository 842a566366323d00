using Insights.Detection.Scanning;
using Insights.Nowcasting;

namespace Insights.Detection.Artefacts;

/// <summary>
/// Complaints that have happened but are not in the source yet make the newest periods look quiet. Where the delays of earlier periods are known, what is
/// expected by now is held against the fall; else whether everything else is missing, too.
/// </summary>
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

        return context.Counts.Nowcast is { NotAssessed: null } nowcast && ByDelays(context, nowcast) is { } verdict ? verdict : ByTheRest(context);
    }

    /// <summary>Null when the delays say that all of the window is in.</summary>
    private static RivalVerdict? ByDelays(RivalContext context, Nowcast nowcast)
    {
        RaisedWindow window = context.Window;
        double byNow = Enumerable.Range(window.Start, window.Length)
            .Sum(index => window.Course.Sum(index, index) * nowcast.ShareOf(window.Series.PeriodAt(index).Start));
        double all = window.Course.Sum(window.Start, window.End);
        double share = all > 0 ? byNow / all : 1;
        if (share >= 1)
        {
            return null;
        }

        string counted = $"by the delays of earlier {WordsFor.Interval(nowcast.Interval, 2)} {WordsFor.Percent(share)} of this time's complaints are in, {WordsFor.Expected(window.Expected * share)} are expected by now";
        return context.IsUnremarkable(window.Observed, window.Expected * share)
            ? new(Code, true, $"Late reporting: {counted}, so this is no fall.")
            : new(Code, false, $"Not late reporting: {counted}.");
    }

    private static RivalVerdict ByTheRest(RivalContext context)
    {
        RestOfCollection rest = RestOfCollection.Of(context);
        string others = $"{WordsFor.Figure(rest.Observed)} other complaints of the same time are in, against {WordsFor.Expected(rest.Expected)} expected";
        return rest.Ratio < LateShare
            ? new(Code, true, $"Late reporting: only {others}, so the source is probably not complete.")
            : new(Code, false, $"Not late reporting: {others}.");
    }
}
