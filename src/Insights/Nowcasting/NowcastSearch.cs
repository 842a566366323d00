using Insights.Complaints;

namespace Insights.Nowcasting;

/// <summary>
/// One collection's nowcast, as of the newest day on which complaints came in: the counts hold whatever has come by then, whichever day the analysis looks from.
/// </summary>
internal sealed class NowcastSearch(IComplaintArchive archive, ComplaintCollection collection)
{
    public async Task<Nowcast> RunAsync(CancellationToken cancellationToken)
    {
        if (await archive.ReportingDaysAsync(collection.Name, cancellationToken) is not { } days)
        {
            return NowcastRun.NotAssessed(collection.Interval, null, 0, collection.CountsEvents);
        }

        // Too short a time is told without counting a complaint: most stores are filled in one day.
        DateOnly firstDay = NowcastRun.FirstDay(collection.Interval, days.Last);
        IReadOnlyList<ReportedCount> counts = NowcastRun.IsLongEnough(collection.Interval, days.First, days.Last)
            ? await archive.ReportedCountsAsync(collection.Name, firstDay > days.First ? firstDay : days.First, cancellationToken)
            : [];
        return NowcastRun.Of(collection.Interval, counts, days.First, days.Last, collection.CountsEvents);
    }
}
