using System.Runtime.CompilerServices;
using Insights.Classification;
using Insights.Complaints;
using Insights.Detection;
using Insights.Patterns;

namespace Insights.Evaluation;

/// <summary>Complaints in lists, for tests and experiments: behaves as the database does.</summary>
public sealed class InMemoryArchive : IComplaintArchive
{
    private static readonly Dimension[] CodedByModel = [Dimension.BusinessArea, Dimension.Theme, Dimension.ComplaintType, Dimension.Remit];

    private readonly SortedDictionary<string, (ComplaintCollection Collection, SortedDictionary<long, ArchivedComplaint> Complaints)> collections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyDictionary<string, double>> sizes = new(StringComparer.Ordinal);
    private readonly HashSet<(long ComplaintId, string ModelVersion)> classified = [];

    /// <summary>The report stored last; null before the first.</summary>
    public AnalysisReport? Stored { get; private set; }

    public void Add(ComplaintCollection collection, IEnumerable<ArchivedComplaint> complaints) =>
        collections.Add(collection.Name, (collection, new(complaints.ToDictionary(complaint => complaint.ComplaintId))));

    /// <summary>Gives the codes of a collection's denominator their sizes.</summary>
    public void SetSizes(string collection, IReadOnlyDictionary<string, double> sizesByCode) => sizes[collection] = sizesByCode;

    public Task<IReadOnlyList<ComplaintCollection>> CollectionsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ComplaintCollection>>([.. collections.Values.Select(pair => pair.Collection)]);

    public async IAsyncEnumerable<IReadOnlyList<ArchivedText>> UnclassifiedAsync(
        string collection, string modelVersion, int batchSize, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArchivedText[] texts = [.. collections[collection].Complaints.Values
            .Where(complaint => complaint.Text is not null && !classified.Contains((complaint.ComplaintId, modelVersion)))
            .Select(complaint => new ArchivedText(complaint.ComplaintId, complaint.Text!))];
        foreach (ArchivedText[] batch in texts.Chunk(batchSize))
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return batch;
        }
    }

    public Task StorePredictionsAsync(
        string collection, string modelVersion, IReadOnlyList<KeyValuePair<long, ComplaintPrediction>> predictions, CancellationToken cancellationToken)
    {
        SortedDictionary<long, ArchivedComplaint> complaints = collections[collection].Complaints;
        foreach ((long id, ComplaintPrediction prediction) in predictions)
        {
            ArchivedComplaint complaint = complaints[id];
            complaints[id] = complaint with
            {
                Codes =
                [
                    .. complaint.Codes.Where(code => !CodedByModel.Contains(code.Key)),
                    new(Dimension.BusinessArea, prediction.BusinessArea.Code),
                    .. prediction.Themes.Select(theme => new KeyValuePair<Dimension, string>(Dimension.Theme, theme.Code)),
                    new(Dimension.ComplaintType, prediction.ComplaintType.Code),
                    new(Dimension.Remit, prediction.Remit.Code),
                ],
                NeedsReview = prediction.NeedsReview,
            };
            classified.Add((id, modelVersion));
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<DailyCount>> DailyCountsAsync(string collection, Slice slice, DateOnly asOf, CancellationToken cancellationToken)
    {
        IEnumerable<DailyCount> counts = collections[collection].Complaints.Values
            .Where(complaint => complaint.Day is not { } day || day <= asOf)
            .SelectMany(complaint => KeysOf(complaint, collection, slice).Select(key => (Key: key, Complaint: complaint)))
            .GroupBy(pair => (pair.Key, pair.Complaint.Day))
            .Select(group => new DailyCount(group.Key.Key, group.Key.Day, group.Count(), CountDistinct(group.Select(pair => pair.Complaint))))
            .OrderBy(count => count.Key.FirstCode, StringComparer.Ordinal)
            .ThenBy(count => count.Key.SecondCode, StringComparer.Ordinal)
            .ThenBy(count => count.Day);
        return Task.FromResult<IReadOnlyList<DailyCount>>([.. counts]);
    }

    public Task<DateOnly?> NewestDayAsync(string collection, CancellationToken cancellationToken) =>
        Task.FromResult(collections[collection].Complaints.Values.Max(complaint => complaint.Day));

    public Task<IReadOnlyList<ArchivedComplaint>> ComplaintsAsync(SeriesKey key, DateOnly firstDay, DateOnly lastDay, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ArchivedComplaint>>([.. collections[key.Collection].Complaints.Values
            .Where(complaint => complaint.Day >= firstDay && complaint.Day <= lastDay && KeysOf(complaint, key.Collection, key.Slice).Contains(key))
            .OrderByDescending(complaint => complaint.Day).ThenByDescending(complaint => complaint.ComplaintId)
            .Take(limit)]);

    public Task<IReadOnlyList<ArchivedComplaint>> UnexplainedAsync(string collection, DateOnly firstDay, DateOnly lastDay, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ArchivedComplaint>>([.. collections[collection].Complaints.Values
            .Where(complaint => complaint.Text is not null && complaint.Day >= firstDay && complaint.Day <= lastDay)
            .Where(complaint => complaint.NeedsReview || complaint.Codes.All(code => code.Key != Dimension.Theme))
            .OrderByDescending(complaint => complaint.Day).ThenByDescending(complaint => complaint.ComplaintId)
            .Take(limit)]);

    public Task<IReadOnlyDictionary<string, double>> SizesAsync(string collection, CancellationToken cancellationToken) =>
        Task.FromResult(sizes.GetValueOrDefault(collection, new Dictionary<string, double>(StringComparer.Ordinal)));

    /// <summary>Every complaint counts as closed: the lists hold no day of response.</summary>
    public Task<IReadOnlyList<RecordedFields>> RecordedFieldsAsync(string collection, Dimension place, DateOnly firstDay, DateOnly lastDay, CancellationToken cancellationToken)
    {
        IEnumerable<RecordedFields> fields = collections[collection].Complaints.Values
            .Where(complaint => complaint.Day >= firstDay && complaint.Day <= lastDay)
            .SelectMany(complaint => CodesOf(complaint, place).Select(code => (Code: code, Complaint: complaint)))
            .GroupBy(pair => (pair.Code, Month: new DateOnly(pair.Complaint.Day!.Value.Year, pair.Complaint.Day.Value.Month, 1)))
            .OrderBy(group => group.Key.Code, StringComparer.Ordinal).ThenBy(group => group.Key.Month)
            .Select(group => new RecordedFields(
                group.Key.Code,
                group.Key.Month,
                group.Count(),
                Enum.GetValues<Dimension>().Where(field => field is not Dimension.Theme)
                    .ToDictionary(field => field, field => group.Count(pair => pair.Complaint.Codes.All(code => code.Key != field))),
                group.Count()));
        return Task.FromResult<IReadOnlyList<RecordedFields>>([.. fields]);
    }

    public Task<(DateOnly First, DateOnly Last)?> ReportingDaysAsync(string collection, CancellationToken cancellationToken)
    {
        DateOnly[] days = [.. collections[collection].Complaints.Values.Select(complaint => complaint.ReportedOn).OfType<DateOnly>()];
        return Task.FromResult<(DateOnly First, DateOnly Last)?>(days.Length == 0 ? null : (days.Min(), days.Max()));
    }

    public Task<IReadOnlyList<ReportedCount>> ReportedCountsAsync(string collection, DateOnly firstDay, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ReportedCount>>([.. collections[collection].Complaints.Values
            .Where(complaint => complaint.Day >= firstDay && complaint.ReportedOn is not null)
            .GroupBy(complaint => (Day: complaint.Day!.Value, ReportedOn: complaint.ReportedOn!.Value))
            .OrderBy(group => group.Key)
            .Select(group => new ReportedCount(group.Key.Day, group.Key.ReportedOn, group.Count()))]);

    public Task<IReadOnlyList<EarlierSignal>> EarlierSignalsAsync(string collection, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<EarlierSignal>>([.. (Stored?.Signals ?? [])
            .Where(signal => string.Equals(signal.Key.Collection, collection, StringComparison.Ordinal) && signal.Artefact is null)
            .Select(signal => new EarlierSignal(signal.Key, signal.Since, signal.Period))]);

    public Task<IReadOnlyList<CollectionPatterns>> LastPatternsAsync(CancellationToken cancellationToken) => Task.FromResult(Stored?.Patterns ?? []);

    public Task StoreAnalysisAsync(AnalysisReport report, CancellationToken cancellationToken)
    {
        Stored = report;
        return Task.CompletedTask;
    }

    private static int CountDistinct(IEnumerable<ArchivedComplaint> complaints) => complaints.DistinctBy(complaint => complaint.Voice).Count();

    private static IEnumerable<SeriesKey> KeysOf(ArchivedComplaint complaint, string collection, Slice slice) =>
        from first in CodesOf(complaint, slice.First)
        from second in CodesOf(complaint, slice.Second)
        select new SeriesKey(collection, slice, first, second);

    private static string[] CodesOf(ArchivedComplaint complaint, Dimension? dimension)
    {
        if (dimension is not { } wanted)
        {
            return [string.Empty];
        }

        string[] codes = [.. complaint.Codes.Where(code => code.Key == wanted).Select(code => code.Value).Distinct(StringComparer.Ordinal)];
        return codes.Length == 0 ? [string.Empty] : codes;
    }
}
