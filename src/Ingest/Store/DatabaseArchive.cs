using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Ingest.DataFiles;
using Ingest.Store.Counting;
using Ingest.Store.Entities;
using Ingest.Store.PageQueries.Complaints;
using Ingest.Store.Writing;
using Insights;
using Insights.Classification;
using Insights.Complaints;
using Insights.Detection;
using Insights.Patterns;
using Microsoft.EntityFrameworkCore;

namespace Ingest.Store;

/// <summary>Stored complaints as the calculation sees them, on either database. Every call opens a context of its own, so calls may overlap.</summary>
public sealed class DatabaseArchive(StorageOptions storage, DataFolder data, TimeProvider clock) : IComplaintArchive
{
    private readonly DateTime startedAtUtc = clock.GetUtcNow().UtcDateTime;

    public async Task<IReadOnlyList<ComplaintCollection>> CollectionsAsync(CancellationToken cancellationToken)
    {
        await using InsightsDbContext context = StoreRegistration.Open(storage);
        List<CollectionRow> rows = await context.Collections.AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancellationToken);
        return [.. rows.Select(row => CollectionDefinition.Of(row, data).Collection)];
    }

    public async IAsyncEnumerable<IReadOnlyList<ArchivedText>> UnclassifiedAsync(
        string collection, string modelVersion, int batchSize, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using InsightsDbContext context = StoreRegistration.Open(storage);
        int collectionId = (await RowOfAsync(context, collection, cancellationToken)).Id;
        long last = 0;
        while (true)
        {
            List<ArchivedText> batch = await context.Complaints
                .Where(complaint => complaint.CollectionId == collectionId && complaint.HasText && complaint.Id > last)
                .Where(complaint => !context.Predictions.Any(prediction => prediction.ComplaintId == complaint.Id && prediction.ModelVersion == modelVersion))
                .Join(context.ComplaintTexts, complaint => complaint.Id, text => text.ComplaintId, (_, text) => text)
                .OrderBy(text => text.ComplaintId)
                .Take(batchSize)
                .Select(text => new ArchivedText(text.ComplaintId, text.RedactedText))
                .ToListAsync(cancellationToken);
            if (batch.Count == 0)
            {
                yield break;
            }

            last = batch[^1].ComplaintId;
            yield return batch;
        }
    }

    public async Task StorePredictionsAsync(
        string collection, string modelVersion, IReadOnlyList<KeyValuePair<long, ComplaintPrediction>> predictions, CancellationToken cancellationToken)
    {
        await using InsightsDbContext context = StoreRegistration.Open(storage);
        CollectionRow row = await RowOfAsync(context, collection, cancellationToken);
        await context.Database.OpenConnectionAsync(cancellationToken);

        // The days are marked in the same transaction; they are counted anew when the counts are next asked for, once for all batches.
        new PredictionWriter(context.Database.GetDbConnection(), context.Dialect, CollectionDefinition.Of(row, data), modelVersion).Store(predictions);
    }

    public async Task<IReadOnlyList<DailyCount>> DailyCountsAsync(string collection, Slice slice, DateOnly asOf, CancellationToken cancellationToken)
    {
        await using InsightsDbContext context = StoreRegistration.Open(storage);
        CollectionRow row = await RowOfAsync(context, collection, cancellationToken);
        await RefreshAsync(context, row, cancellationToken);

        string sliceName = slice.ToString();
        if (!row.CountedSlices.Split(' ').Contains(sliceName, StringComparer.Ordinal))
        {
            throw new ArgumentException($"The collection {collection} is not counted by {sliceName}; its profile lists the pairs it is counted by: {row.CountedSlices}.", nameof(slice));
        }

        var counts = await context.DailyCounts.AsNoTracking()
            .Where(count => count.CollectionId == row.Id && count.Slice == sliceName && count.Day <= asOf)
            .OrderBy(count => count.FirstCode).ThenBy(count => count.SecondCode).ThenBy(count => count.Day)
            .Select(count => new { count.FirstCode, count.SecondCode, count.Day, count.Complaints, count.Distinct })
            .ToListAsync(cancellationToken);
        Dictionary<(string, string), SeriesKey> keys = [];
        List<DailyCount> result = new(counts.Count);
        foreach (var count in counts)
        {
            if (!keys.TryGetValue((count.FirstCode, count.SecondCode), out SeriesKey? key))
            {
                keys[(count.FirstCode, count.SecondCode)] = key = new SeriesKey(collection, slice, count.FirstCode, count.SecondCode);
            }

            result.Add(new DailyCount(key, count.Day == DailyCountRow.Undated ? null : count.Day, count.Complaints, count.Distinct));
        }

        return result;
    }

    public async Task<DateOnly?> NewestDayAsync(string collection, CancellationToken cancellationToken)
    {
        await using InsightsDbContext context = StoreRegistration.Open(storage);
        int collectionId = (await RowOfAsync(context, collection, cancellationToken)).Id;
        return await context.Complaints.Where(complaint => complaint.CollectionId == collectionId).MaxAsync(complaint => complaint.CountedOn, cancellationToken);
    }

    public async Task<IReadOnlyList<ArchivedComplaint>> ComplaintsAsync(SeriesKey key, DateOnly firstDay, DateOnly lastDay, int limit, CancellationToken cancellationToken)
    {
        await using InsightsDbContext context = StoreRegistration.Open(storage);
        int collectionId = (await RowOfAsync(context, key.Collection, cancellationToken)).Id;
        ComplaintFilter filter = new(collectionId)
        {
            From = firstDay,
            To = lastDay,
            Included = [.. key.Facets.Select(facet => new FacetValue(facet.Key, facet.Value))],
        };
        List<ComplaintRow> rows = await ComplaintSelection.Matching(context, context.Dialect, filter)
            .OrderByDescending(complaint => complaint.CountedOn).ThenBy(complaint => complaint.Id)
            .Take(limit)
            .ToListAsync(cancellationToken);
        return await WithTextsAsync(context, rows, cancellationToken);
    }

    public async Task<IReadOnlyList<ArchivedComplaint>> UnexplainedAsync(string collection, DateOnly firstDay, DateOnly lastDay, int limit, CancellationToken cancellationToken)
    {
        await using InsightsDbContext context = StoreRegistration.Open(storage);
        int collectionId = (await RowOfAsync(context, collection, cancellationToken)).Id;
        return await WithTextsAsync(context, await new PatternQueries(context, collectionId).UnexplainedAsync(firstDay, lastDay, limit, cancellationToken), cancellationToken);
    }

    public async Task<IReadOnlyDictionary<string, double>> SizesAsync(string collection, CancellationToken cancellationToken)
    {
        await using InsightsDbContext context = StoreRegistration.Open(storage);
        CollectionRow row = await RowOfAsync(context, collection, cancellationToken);
        return CollectionDefinition.Of(row, data).Collection.Denominator is { } denominator
            ? await context.KnownSizesAsync(row.Id, denominator.Dimension, cancellationToken)
            : new Dictionary<string, double>(StringComparer.Ordinal);
    }

    public async Task<IReadOnlyList<RecordedFields>> RecordedFieldsAsync(string collection, Dimension place, DateOnly firstDay, DateOnly lastDay, CancellationToken cancellationToken)
    {
        await using InsightsDbContext context = StoreRegistration.Open(storage);
        int collectionId = (await RowOfAsync(context, collection, cancellationToken)).Id;
        return await new PatternQueries(context, collectionId).RecordedFieldsAsync(place, firstDay, lastDay, cancellationToken);
    }

    public async Task<(DateOnly First, DateOnly Last)?> ReportingDaysAsync(string collection, CancellationToken cancellationToken)
    {
        await using InsightsDbContext context = StoreRegistration.Open(storage);
        CollectionRow row = await RowOfAsync(context, collection, cancellationToken);
        return await new PatternQueries(context, row.Id).ReportingDaysAsync(CollectionDefinition.Of(row, data).Collection.CountsEvents, cancellationToken);
    }

    public async Task<IReadOnlyList<ReportedCount>> ReportedCountsAsync(string collection, DateOnly firstDay, CancellationToken cancellationToken)
    {
        await using InsightsDbContext context = StoreRegistration.Open(storage);
        CollectionRow row = await RowOfAsync(context, collection, cancellationToken);
        PatternQueries queries = new(context, row.Id);
        return CollectionDefinition.Of(row, data).Collection.CountsEvents
            ? await queries.ReceivedCountsAsync(firstDay, cancellationToken)
            : await queries.ImportedCountsAsync(firstDay, cancellationToken);
    }

    public async Task<IReadOnlyList<EarlierSignal>> EarlierSignalsAsync(string collection, CancellationToken cancellationToken)
    {
        await using InsightsDbContext context = StoreRegistration.Open(storage);
        CollectionRow row = await RowOfAsync(context, collection, cancellationToken);
        var signals = await context.Signals.AsNoTracking()
            .Where(signal => signal.CollectionId == row.Id && signal.Artefact == null && signal.State != nameof(SignalState.Artefact) && signal.State != nameof(SignalState.Dismissed))
            .OrderBy(signal => signal.Id)
            .Select(signal => new { signal.Slice, signal.FirstCode, signal.SecondCode, signal.Interval, signal.Since, signal.PeriodStart })
            .ToListAsync(cancellationToken);
        return [.. signals.Select(signal => new EarlierSignal(
            new SeriesKey(row.Name, Slice.Parse(signal.Slice) ?? Slice.All, signal.FirstCode, signal.SecondCode),
            Period.Containing(Enum.Parse<Interval>(signal.Interval), signal.Since),
            Period.Containing(Enum.Parse<Interval>(signal.Interval), signal.PeriodStart)))];
    }

    public async Task<IReadOnlyList<CollectionPatterns>> LastPatternsAsync(CancellationToken cancellationToken)
    {
        await using InsightsDbContext context = StoreRegistration.Open(storage);
        return SignalDocuments.ReadPatterns(await PatternQueries.NewestRun(context).Select(run => run.Patterns).FirstOrDefaultAsync(cancellationToken));
    }

    public async Task StoreAnalysisAsync(AnalysisReport report, CancellationToken cancellationToken)
    {
        await using InsightsDbContext context = StoreRegistration.Open(storage);
        Dictionary<string, int> collectionIds = await context.Collections.ToDictionaryAsync(row => row.Name, row => row.Id, StringComparer.Ordinal, cancellationToken);
        AnalysisRunRow run = new()
        {
            StartedAtUtc = startedAtUtc,
            FinishedAtUtc = clock.GetUtcNow().UtcDateTime,
            AsOf = report.AsOf,
            ModelVersion = report.ModelVersion,
            CodeVersion = CodeVersion,
            Classified = report.ClassifiedComplaints,
            Series = report.Series,
            NotAssessed = JsonSerializer.Serialize(report.NotAssessed.Select(pair => new { reason = pair.Key, series = pair.Value })),
            Signals = report.Signals.Count,
            Budgets = SignalDocuments.WriteBudgets(report.Budgets),
            Patterns = SignalDocuments.WritePatterns(report.Patterns),
        };
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        context.AnalysisRuns.Add(run);
        await context.SaveChangesAsync(cancellationToken);
        SignalMatching matching = new(await context.Signals.ToListAsync(cancellationToken));
        foreach (Signal signal in report.Signals)
        {
            int collectionId = collectionIds[signal.Key.Collection];
            SignalRow row = matching.Find(signal, collectionId) ?? context.Signals.Add(SignalWriter.NewRow(signal, collectionId)).Entity;
            row.AnalysisRunId = run.Id;
            SignalWriter.Fill(row, signal);
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static string CodeVersion =>
        typeof(DatabaseArchive).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    private static async Task<CollectionRow> RowOfAsync(InsightsDbContext context, string collection, CancellationToken cancellationToken) =>
        await context.Collections.AsNoTracking().SingleOrDefaultAsync(row => row.Name == collection, cancellationToken)
        ?? throw new InputErrorException($"The store has no collection '{collection}'. Import a file with its profile first.");

    private static async Task<IReadOnlyList<ArchivedComplaint>> WithTextsAsync(InsightsDbContext context, List<ComplaintRow> rows, CancellationToken cancellationToken)
    {
        long[] ids = [.. rows.Select(row => row.Id)];
        Dictionary<long, string> texts = await context.ComplaintTexts.Where(text => EF.Parameter(ids).Contains(text.ComplaintId))
            .ToDictionaryAsync(text => text.ComplaintId, text => text.RedactedText, cancellationToken);
        ILookup<long, string> themes = (await context.ComplaintThemes.AsNoTracking().Where(theme => EF.Parameter(ids).Contains(theme.ComplaintId))
            .OrderBy(theme => theme.Theme).ToListAsync(cancellationToken)).ToLookup(theme => theme.ComplaintId, theme => theme.Theme);
        return [.. rows.Select(row => new ArchivedComplaint(row.Id, row.CountedOn, texts.GetValueOrDefault(row.Id), row.CampaignId, CodesOf(row, themes[row.Id])) { EventOn = row.EventOn, NeedsReview = row.NeedsReview })];
    }

    private static List<KeyValuePair<Dimension, string>> CodesOf(ComplaintRow row, IEnumerable<string> themes) =>
    [
        .. Enum.GetValues<Dimension>()
            .Select(dimension => (Dimension: dimension, Code: Codes.Of(row, dimension)))
            .Where(pair => pair.Code is not null)
            .Select(pair => KeyValuePair.Create(pair.Dimension, pair.Code!)),
        .. themes.Select(theme => KeyValuePair.Create(Dimension.Theme, theme)),
    ];

    private async Task RefreshAsync(InsightsDbContext context, CollectionRow row, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        new CountRefresher(context.Database.GetDbConnection(), context.Dialect, CollectionDefinition.Of(row, data)).Refresh(cancellationToken);
    }
}
