using Ingest.Store.Entities;
using Insights.Complaints;
using Insights.Detection;
using Insights.Detection.Scanning;
using Microsoft.EntityFrameworkCore;

namespace Ingest.Store.PageQueries.Signals;

/// <summary>Signals as the lists and the signal's page show them.</summary>
public sealed class SignalsQuery(InsightsDbContext store)
{
    public async Task<IReadOnlyList<SignalListing>> ListAsync(SignalFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        long newestRun = await NewestRunAsync(cancellationToken);

        // What is no longer raised comes after what is, whatever its old rank.
        var rows = await Filtered(filter, newestRun)
            .OrderByDescending(row => row.AnalysisRunId).ThenBy(row => row.Artefact != null).ThenBy(row => row.Rank).ThenBy(row => row.Id)
            .Skip(skip).Take(take)
            .Select(row => new
            {
                row.Id,
                row.Rank,
                row.Title,
                row.Sentence,
                row.Since,
                row.Observed,
                row.Expected,
                row.State,
                row.Artefact,
                row.AnalysisRunId,
                row.Chart,
                row.Interval,
            })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new SignalListing
        {
            Id = row.Id,
            Rank = row.Rank,
            Title = row.Title,
            Sentence = row.Sentence,
            Since = row.Since,
            Observed = row.Observed,
            Expected = row.Expected,
            State = Enum.Parse<SignalState>(row.State),
            Artefact = row.Artefact,
            IsCurrent = row.AnalysisRunId == newestRun,
            Chart = SignalDocuments.ReadChart(row.Chart, Enum.Parse<Interval>(row.Interval)),
        })];
    }

    public async Task<int> CountAsync(SignalFilter filter, CancellationToken cancellationToken) =>
        await Filtered(filter, await NewestRunAsync(cancellationToken)).CountAsync(cancellationToken);

    /// <summary>How the newest analysis kept the alarm budget of a collection; null when it did not look at it.</summary>
    public async Task<CollectionBudget?> BudgetAsync(string collection, CancellationToken cancellationToken)
    {
        string? json = await store.AnalysisRuns.AsNoTracking().OrderByDescending(run => run.Id).Select(run => run.Budgets).FirstOrDefaultAsync(cancellationToken);
        return json is null ? null : SignalDocuments.ReadBudgets(json).FirstOrDefault(budget => string.Equals(budget.Collection, collection, StringComparison.Ordinal));
    }

    public async Task<SignalDetail?> FindAsync(long id, CancellationToken cancellationToken)
    {
        var found = await (from signal in store.Signals.AsNoTracking()
                           join collection in store.Collections on signal.CollectionId equals collection.Id
                           join run in store.AnalysisRuns on signal.AnalysisRunId equals run.Id
                           where signal.Id == id
                           select new { Signal = signal, Collection = collection.Name, run.FinishedAtUtc, run.AsOf })
            .FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        long newestRun = await NewestRunAsync(cancellationToken);
        return Detail(found.Signal, found.Collection, found.FinishedAtUtc, found.AsOf, found.Signal.AnalysisRunId == newestRun);
    }

    private async Task<long> NewestRunAsync(CancellationToken cancellationToken) =>
        await store.AnalysisRuns.MaxAsync(run => (long?)run.Id, cancellationToken) ?? 0;

    private IQueryable<SignalRow> Filtered(SignalFilter filter, long newestRun)
    {
        IQueryable<SignalRow> rows = store.Signals.AsNoTracking();
        rows = filter.CollectionId is { } collection ? rows.Where(row => row.CollectionId == collection) : rows;
        rows = filter.IncludesPast ? rows : rows.Where(row => row.AnalysisRunId == newestRun);
        rows = filter.HasArtefact is { } hasArtefact ? rows.Where(row => (row.Artefact != null) == hasArtefact) : rows;
        string[] states = [.. filter.States.Select(state => state.ToString())];
        return states.Length == 0 ? rows : rows.Where(row => states.Contains(row.State));
    }

    private static SignalDetail Detail(SignalRow row, string collectionName, DateTime analysedAtUtc, DateOnly asOf, bool isCurrent)
    {
        Interval interval = Enum.Parse<Interval>(row.Interval);
        return new SignalDetail
        {
            Id = row.Id,
            CollectionId = row.CollectionId,
            CollectionName = collectionName,
            Slice = Slice.Parse(row.Slice) ?? Slice.All,
            FirstCode = row.FirstCode,
            SecondCode = row.SecondCode,
            Rank = row.Rank,
            Title = row.Title,
            Sentence = row.Sentence,
            Since = Period.Containing(interval, row.Since),
            Newest = Period.Containing(interval, row.PeriodStart),
            Observed = row.Observed,
            Expected = row.Expected,
            Upper = row.Upper,
            PValue = row.PValue,
            AdjustedPValue = row.AdjustedPValue,
            State = Enum.Parse<SignalState>(row.State),
            StateReason = row.StateReason,
            StateChangedBy = row.StateChangedBy,
            StateChangedAtUtc = row.StateChangedAtUtc,
            Artefact = row.Artefact,
            RivalExplanations = SignalDocuments.ReadRivalExplanations(row.RivalExplanations),
            Method = row.Method,
            Reason = row.Reason,
            Chart = SignalDocuments.ReadChart(row.Chart, interval),
            Explanation = SignalDocuments.ReadExplanation(row.Explanation),
            AnalysedAtUtc = analysedAtUtc,
            AsOf = asOf,
            IsCurrent = isCurrent,
        };
    }
}
