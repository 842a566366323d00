using Insights.Explanation;
using Insights.Nowcasting;
using Insights.Patterns;
using Microsoft.EntityFrameworkCore;

namespace Ingest.Store.PageQueries.Patterns;

/// <summary>New themes, echoes and blind spots as the newest analysis stored them.</summary>
public sealed class PatternsQuery(InsightsDbContext store)
{
    /// <summary>Numbers asked for at once.</summary>
    private const int IdsAQuestion = 5000;

    /// <summary>Null when no analysis has looked for patterns in the collection.</summary>
    public async Task<PatternListing?> FindAsync(string collection, CancellationToken cancellationToken)
    {
        var run = await PatternQueries.NewestRun(store).Select(row => new { row.Patterns, row.FinishedAtUtc }).FirstOrDefaultAsync(cancellationToken);
        if (SignalDocuments.ReadPatterns(run?.Patterns).FirstOrDefault(found => string.Equals(found.Collection, collection, StringComparison.Ordinal)) is not { } patterns)
        {
            return null;
        }

        IReadOnlyDictionary<long, string> references = await ReferencesAsync(patterns, cancellationToken);
        CollectionPatterns known = patterns with
        {
            NewThemes = [.. patterns.NewThemes.Select(theme => theme with { Examples = Kept(theme.Examples, references) })],
            Echoes = [.. patterns.Echoes.Select(echo => echo with { Examples = Kept(echo.Examples, references) })],
        };
        return new PatternListing(known, run!.FinishedAtUtc, references);
    }

    /// <summary>How complete the newest periods of a collection are; null when no analysis has looked.</summary>
    public async Task<Nowcast?> NowcastAsync(string collection, CancellationToken cancellationToken)
    {
        string? patterns = await PatternQueries.NewestRun(store).Select(row => row.Patterns).FirstOrDefaultAsync(cancellationToken);
        return SignalDocuments.ReadNowcasts(patterns).FirstOrDefault(found => string.Equals(found.Collection, collection, StringComparison.Ordinal))?.Nowcast;
    }

    private async Task<Dictionary<long, string>> ReferencesAsync(CollectionPatterns patterns, CancellationToken cancellationToken)
    {
        Dictionary<long, string> references = [];
        IEnumerable<long> named = patterns.NewThemes.SelectMany(theme => theme.ComplaintIds).Concat(patterns.Echoes.SelectMany(echo => echo.ComplaintIds)).Distinct();
        foreach (long[] ids in named.Chunk(IdsAQuestion))
        {
            var rows = await store.Complaints.AsNoTracking().Where(row => EF.Parameter(ids).Contains(row.Id)).Select(row => new { row.Id, row.Reference }).ToListAsync(cancellationToken);
            rows.ForEach(row => references[row.Id] = row.Reference);
        }

        return references;
    }

    /// <summary>The words of a complaint leave with it.</summary>
    private static RepresentativeSentence[] Kept(IEnumerable<RepresentativeSentence> examples, IReadOnlyDictionary<long, string> references) =>
        [.. examples.Where(example => references.ContainsKey(example.ComplaintId))];
}
