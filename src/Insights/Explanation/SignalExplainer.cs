using Insights.Aggregation;
using Insights.Complaints;

namespace Insights.Explanation;

/// <summary>Says why a signal looks as it does: its words, its subgroups and a few of its sentences, each against the same series' past.</summary>
internal sealed class SignalExplainer(IComplaintArchive archive, CollectionCounts counts)
{
    /// <summary>How far back the complaints go that a signal is compared with, in days: two years, so that every season is in twice.</summary>
    private const int PastDays = 731;
    private const int MostPastComplaints = 2000;

    /// <summary>With fewer past complaints than this the wider series is compared with: a new code has no past of its own.</summary>
    private const int FewestPastComplaints = 20;

    /// <param name="key">The signal's series.</param>
    /// <param name="firstDay">First day of the signal.</param>
    /// <param name="lastDay">Its last day.</param>
    /// <param name="complaints">Its complaints.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<SignalExplanation> ExplainAsync(
        SeriesKey key, DateOnly firstDay, DateOnly lastDay, IReadOnlyList<ArchivedComplaint> complaints, CancellationToken cancellationToken)
    {
        IReadOnlyList<ArchivedComplaint> past = await PastAsync(key, firstDay, cancellationToken);
        TermTable table = TermTable.Of(complaints, past);
        IReadOnlyList<DistinctiveTerm> terms = DistinctiveTerms.Find(table);
        return new SignalExplanation
        {
            Terms = terms,
            Groups = DrivingGroups.Find(key, complaints, past),
            Examples = RepresentativeSentences.Choose(complaints, table),
        };
    }

    private async Task<IReadOnlyList<ArchivedComplaint>> PastAsync(SeriesKey key, DateOnly firstDay, CancellationToken cancellationToken)
    {
        DateOnly lastDay = firstDay.AddDays(-1);
        DateOnly earliest = lastDay.AddDays(-PastDays);
        IReadOnlyList<ArchivedComplaint> past = [];
        IEnumerable<SeriesKey> wider = key.Facets.Select(facet => new SeriesKey(key.Collection, Slice.By(facet.Key), facet.Value)).Where(parent => parent != key);
        foreach (SeriesKey candidate in wider.Prepend(key).Append(counts.All.Key))
        {
            past = await archive.ComplaintsAsync(candidate, earliest, lastDay, MostPastComplaints, cancellationToken);
            if (past.Count(complaint => complaint.Text is not null) >= FewestPastComplaints)
            {
                break;
            }
        }

        return past;
    }
}
