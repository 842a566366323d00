using Insights.Aggregation;
using Insights.Classification;
using Insights.Complaints;
using Insights.Detection.Scanning;
using Insights.Nowcasting;
using Insights.Patterns;
using Insights.Taxonomies;

namespace Insights;

/// <summary>The analysis in one screen: classify what is new → count → detect → explain → store.</summary>
/// <param name="archive">The stored complaints.</param>
/// <param name="modelFor">The model that codes complaints by a taxonomy; null where there is none, and then nothing is classified.</param>
/// <param name="options">Settings.</param>
public sealed class AnalysisRun(IComplaintArchive archive, Func<Taxonomy, CodingModel?> modelFor, AnalysisOptions options)
{
    /// <param name="asOf">The day to look from; null takes the newest day of each collection.</param>
    /// <param name="progress">Told a sentence at each step; null for none.</param>
    /// <param name="cancellationToken">Stops between steps; what was classified stays stored.</param>
    public async Task<AnalysisReport> RunAsync(DateOnly? asOf, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        int classified = 0;
        SortedSet<string> versions = new(StringComparer.Ordinal);
        List<ScanResult> scans = [];
        List<RankedSignal> signals = [];
        List<CollectionBudget> budgets = [];
        List<CollectionPatterns> patterns = [];
        IReadOnlyList<CollectionPatterns> before = await archive.LastPatternsAsync(cancellationToken);
        DateOnly newest = DateOnly.MinValue;
        foreach (ComplaintCollection collection in await archive.CollectionsAsync(cancellationToken))
        {
            CodingModel? model = collection.IsClassified ? modelFor(collection.Taxonomy) : null;
            if (model is not null)
            {
                versions.Add(model.Version);
                classified += await ClassifyAsync(collection, model, progress, cancellationToken);
            }

            if (await CountAsync(collection, asOf, cancellationToken) is not { } counted)
            {
                continue;
            }

            CollectionCounts counts = counted.With(await new NowcastSearch(archive, collection).RunAsync(cancellationToken));

            progress?.Report($"{collection.Title}: counted {counts.Series.Count} series, judging those that are watched, as of {counts.AsOf:yyyy-MM-dd}");
            CollectionAnalysis analysis = new(archive, counts, options.Scan, model?.Version);
            (ScanResult scan, IReadOnlyList<RankedSignal> found) = await analysis.RunAsync(cancellationToken);
            scans.Add(scan);
            budgets.Add(scan.Budget.For(collection.Name));
            signals.AddRange(found);
            progress?.Report($"{collection.Title}: looking for new themes, echoes and blind spots");
            patterns.Add(await new PatternSearch(archive, counts).RunAsync(before, cancellationToken));
            newest = counts.AsOf > newest ? counts.AsOf : newest;
        }

        AnalysisReport report = Report(asOf ?? newest, versions, classified, scans, signals) with { Budgets = budgets, Patterns = patterns };
        await archive.StoreAnalysisAsync(report, cancellationToken);
        return report;
    }

    /// <summary>Codes the complaints of a collection that the model has not read.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ClassifyAsync(ComplaintCollection collection, CodingModel model, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        int classified = 0;
        await foreach (IReadOnlyList<ArchivedText> batch in archive.UnclassifiedAsync(collection.Name, model.Version, options.BatchSize, cancellationToken))
        {
            KeyValuePair<long, ComplaintPrediction>[] predictions = new KeyValuePair<long, ComplaintPrediction>[batch.Count];
            Parallel.For(0, batch.Count, index => predictions[index] = new(batch[index].ComplaintId, model.Predict(batch[index].Text)));
            await archive.StorePredictionsAsync(collection.Name, model.Version, predictions, cancellationToken);
            classified += batch.Count;
            progress?.Report($"{collection.Title}: {classified} complaints classified");
        }

        return classified;
    }

    private async Task<CollectionCounts?> CountAsync(ComplaintCollection collection, DateOnly? asOf, CancellationToken cancellationToken)
    {
        if (await archive.NewestDayAsync(collection.Name, cancellationToken) is not { } newestDay)
        {
            return null;
        }

        // Beyond the end of its newest period a source that has stopped would look like a silence of everything.
        DateOnly lastKnown = Period.Containing(collection.Interval, newestDay).End;
        DateOnly lookedFrom = asOf is { } given ? (given < lastKnown ? given : lastKnown) : newestDay;
        CollectionCountsBuilder builder = new(collection, lookedFrom, newestDay > lookedFrom ? newestDay : lookedFrom);
        IEnumerable<Slice> slices = collection.WatchedSlices
            .SelectMany(slice => slice.Second is { } second ? [slice, Slice.By(slice.First!.Value), Slice.By(second)] : new[] { slice })
            .Append(Slice.All).Distinct();
        foreach (Slice slice in slices)
        {
            builder.Add(await archive.DailyCountsAsync(collection.Name, slice, lookedFrom, cancellationToken));
        }

        return builder.Build();
    }

    /// <summary>What a rival explains comes after what nothing explains; within each, the most points first.</summary>
    private static AnalysisReport Report(DateOnly asOf, SortedSet<string> versions, int classified, List<ScanResult> scans, List<RankedSignal> signals) => new()
    {
        AsOf = asOf,
        ModelVersion = versions.Count == 0 ? null : string.Join(", ", versions),
        ClassifiedComplaints = classified,
        Series = scans.Sum(scan => scan.Series),
        NotAssessed = [.. scans.SelectMany(scan => scan.NotAssessed)
            .GroupBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(group => new KeyValuePair<string, int>(group.Key, group.Sum(pair => pair.Value)))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)],
        Signals = [.. signals
            .OrderBy(ranked => ranked.Signal.Artefact is not null)
            .ThenByDescending(ranked => ranked.Points)
            .ThenBy(ranked => ranked.Signal.Key.ToString(), StringComparer.Ordinal)
            .ThenBy(ranked => ranked.Signal.Since)
            .Select((ranked, index) => ranked.Signal with { Rank = index + 1 })],
    };
}
