using Insights.Complaints;
using Insights.Detection.Scanning;

namespace Insights.Detection.Artefacts;

/// <summary>Old events complained of together: counted by the day of the event instead of the day received, nothing has risen lately.</summary>
internal sealed class EventDates : IRivalExplanation
{
    public const string Code = "event_date";

    /// <summary>An event longer before the signal than this belongs to another time: complaints usually come within half a year.</summary>
    private const int OldDays = 183;

    /// <summary>With fewer dates of events than this share nothing can be said.</summary>
    private const double FewestDated = 0.5;

    public RivalVerdict Test(RivalContext context)
    {
        if (context.Window.IsFall)
        {
            return new(Code, false, "Not the date of events: that cannot explain missing complaints.");
        }

        ArchivedComplaint[] dated = [.. context.Complaints.Where(complaint => complaint.EventOn is not null)];
        if (context.Complaints.Count == 0 || dated.Length < FewestDated * context.Complaints.Count)
        {
            return new(Code, false, $"Date of events not tested: {WordsFor.Figure(dated.Length)} of the {WordsFor.Figure(context.Complaints.Count)} complaints read say when it happened.");
        }

        DateOnly oldest = context.Window.Series.PeriodAt(context.Window.Start).Start.AddDays(-OldDays);
        int old = dated.Count(complaint => complaint.EventOn < oldest);

        // Those without a date are taken to be as old as the others.
        int recent = (int)Math.Round(context.Window.Observed * (1 - (old / (double)dated.Length)));
        string counted = $"{WordsFor.Figure(old)} of the {WordsFor.Figure(dated.Length)} complaints with a date of the event are about events more than half a year before";
        return old > 0 && context.IsUnremarkable(recent, context.Window.Expected)
            ? new(Code, true, $"Date of events: {counted}; without these there is no rise.")
            : new(Code, false, $"Not the date of events: {counted}.");
    }
}
