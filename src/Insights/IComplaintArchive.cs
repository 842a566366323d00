using Insights.Classification;
using Insights.Complaints;
using Insights.Detection;
using Insights.Patterns;

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

    /// <summary>
    /// Complaints with text between two days that no theme explains well, newest first, at most <paramref name="limit"/>: without a theme, or so uncertain that
    /// a person has to look.
    /// </summary>
    Task<IReadOnlyList<ArchivedComplaint>> UnexplainedAsync(string collection, DateOnly firstDay, DateOnly lastDay, int limit, CancellationToken cancellationToken);

    /// <summary>The sizes of the collection's <see cref="Denominator"/> by code; empty when it has none.</summary>
    Task<IReadOnlyDictionary<string, double>> SizesAsync(string collection, CancellationToken cancellationToken);

    /// <summary>Which fields are missing in the complaints of each place and month between two days, by place and month (ordinal).</summary>
    Task<IReadOnlyList<RecordedFields>> RecordedFieldsAsync(string collection, Dimension place, DateOnly firstDay, DateOnly lastDay, CancellationToken cancellationToken);

    /// <summary>The first and the last day on which complaints came in: were received where events are counted, else imported; null when none did.</summary>
    Task<(DateOnly First, DateOnly Last)?> ReportingDaysAsync(string collection, CancellationToken cancellationToken);

    /// <summary>When the complaints of each day from <paramref name="firstDay"/> on came in, by day and day of receipt (where events are counted) or of import.</summary>
    Task<IReadOnlyList<ReportedCount>> ReportedCountsAsync(string collection, DateOnly firstDay, CancellationToken cancellationToken);

    /// <summary>Signals of a collection that earlier runs stored, without likely artefacts and what people judged to be none.</summary>
    Task<IReadOnlyList<EarlierSignal>> EarlierSignalsAsync(string collection, CancellationToken cancellationToken);

    /// <summary>The patterns that the last stored run found.</summary>
    Task<IReadOnlyList<CollectionPatterns>> LastPatternsAsync(CancellationToken cancellationToken);

    /// <summary>Stores the run and its signals in one transaction; a signal that was there before keeps what people decided about it.</summary>
    Task StoreAnalysisAsync(AnalysisReport report, CancellationToken cancellationToken);
}
