using Insights.Detection.Scanning;

namespace Insights.Detection.Artefacts;

/// <summary>A pile entered on one day: no rise is left once the busiest day counts as an ordinary one.</summary>
internal sealed class BacklogRelease : IRivalExplanation
{
    public const string Code = "backlog_release";

    /// <summary>A smaller day is no pile.</summary>
    private const int SmallestPile = 5;

    public RivalVerdict Test(RivalContext context)
    {
        RaisedWindow window = context.Window;
        if (window.IsFall)
        {
            return new(Code, false, "No backlog release: that cannot explain missing complaints.");
        }

        if (context.Counts.Collection.JudgesShares)
        {
            return new(Code, false, "No backlog release: its share was judged, and a pile of all kinds leaves the shares as they are.");
        }

        int largest = Enumerable.Range(window.Start, window.Length).Max(period => window.Series.LargestDays[period]);
        int days = window.Series.PeriodAt(window.End).End.DayNumber - window.Series.PeriodAt(window.Start).Start.DayNumber + 1;
        int ordinary = (int)Math.Ceiling(window.Expected / days);
        string counted = $"the busiest day has {WordsFor.Figure(largest)} of the {WordsFor.Figure(window.Observed)} complaints";
        return largest >= SmallestPile && context.IsUnremarkable(window.Observed - largest + ordinary, window.Expected)
            ? new(Code, true, $"Backlog release: {counted}, and without it there is no rise.")
            : new(Code, false, $"No backlog release: {counted}.");
    }
}
