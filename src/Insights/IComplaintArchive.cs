using Insights.Classification;
using Insights.Complaints;

namespace Insights;

/// <summary>The only door from the calculation to stored complaints: one implementation on the database, one in memory.</summary>
public interface IComplaintArchive
{
    Task<IReadOnlyList<ComplaintCollection>> CollectionsAsync(CancellationToken cancellationToken);

    /// <summary>Complaints with text that the given model has not seen yet, in batches, ordered by id, redacted.</summary>
    IAsyncEnumerable<IReadOnlyList<ArchivedText>> UnclassifiedAsync(string collection, string modelVersion, int batchSize, CancellationToken cancellationToken);

    /// <summary>Stores one batch of predictions in one transaction and brings the counts of the touched days up to date.</summary>
    Task StorePredictionsAsync(string collection, string modelVersion, IReadOnlyList<KeyValuePair<long, ComplaintPrediction>> predictions, CancellationToken cancellationToken);

    /// <summary>The counts of every series of a slice, by day, up to and including <paramref name="asOf"/>, ordered by code and day (ordinal).</summary>
    Task<IReadOnlyList<DailyCount>> DailyCountsAsync(string collection, Slice slice, DateOnly asOf, CancellationToken cancellationToken);

    /// <summary>The newest day that has a complaint in the collection; null when it is empty.</summary>
    Task<DateOnly?> NewestDayAsync(string collection, CancellationToken cancellationToken);

    /// <summary>Complaints of a series between two days (both included), newest first, at most <paramref name="limit"/>, with their redacted text and codes.</summary>
    Task<IReadOnlyList<ArchivedComplaint>> ComplaintsAsync(SeriesKey key, DateOnly firstDay, DateOnly lastDay, int limit, CancellationToken cancellationToken);

    /// <summary>Stores the run and its signals in one transaction; a signal that was there before keeps what people decided about it.</summary>
    Task StoreAnalysisAsync(AnalysisReport report, CancellationToken cancellationToken);
}
