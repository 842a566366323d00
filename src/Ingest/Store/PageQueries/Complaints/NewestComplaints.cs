using Ingest.Store.Dialects;
using Ingest.Store.Entities;
using Insights.Complaints;
using Microsoft.EntityFrameworkCore;

namespace Ingest.Store.PageQueries.Complaints;

/// <summary>
/// Finds the newest complaints of a filter. Looking is what a search costs, so a page looks once and takes its count, its facets and its list from what
/// was found.
/// </summary>
internal sealed class NewestComplaints(InsightsDbContext store, IStoreDialect dialect)
{
    /// <summary>Complaints of a theme up to which it counts as rare.</summary>
    private const int RareTheme = 20_000;

    /// <summary>
    /// Complaints with the words up to which they count as rare. At a million complaints, looking each of so many up took as long (25 ms) as meeting
    /// ten thousand of them in the order of dates.
    /// </summary>
    private const int RareWords = ComplaintsQuery.MostCounted;

    private (ComplaintFilter Filter, long[] Ids)? found;

    /// <summary>Newest first, one more than are counted when there are so many.</summary>
    public async Task<long[]> IdsAsync(ComplaintFilter filter, CancellationToken cancellationToken)
    {
        if (Known(filter) is { } known)
        {
            return known;
        }

        long[] ids = await (await InOrderAsync(filter, cancellationToken)).Select(row => row.Id).Take(ComplaintsQuery.MostCounted + 1).ToArrayAsync(cancellationToken);
        found = (filter, ids);
        return ids;
    }

    /// <summary>A stretch of the list, newest first: from what was found before, if it was.</summary>
    public async Task<IQueryable<ComplaintRow>> StretchAsync(ComplaintFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        if (Known(filter) is not { } known || (known.Length > ComplaintsQuery.MostCounted && skip + take > known.Length))
        {
            return (await InOrderAsync(filter, cancellationToken)).Skip(skip).Take(take);
        }

        long[] stretch = [.. known.Skip(skip).Take(take)];
        return InOrder(store.Complaints.AsNoTracking().Where(row => EF.Parameter(stretch).Contains(row.Id)));
    }

    private long[]? Known(ComplaintFilter filter) => found is { } known && ReferenceEquals(known.Filter, filter) ? known.Ids : null;

    private async Task<IQueryable<ComplaintRow>> InOrderAsync(ComplaintFilter filter, CancellationToken cancellationToken) => InOrder(await MatchingAsync(filter, cancellationToken));

    private static IQueryable<ComplaintRow> InOrder(IQueryable<ComplaintRow> rows) => rows.OrderByDescending(row => row.CountedOn).ThenByDescending(row => row.Id);

    /// <summary>
    /// Rare words and rare themes are looked up first and their complaints sorted; common ones are met soon enough while reading the complaints in order.
    /// The database cannot tell which they are; the index of words and the counts can.
    /// </summary>
    private async Task<IQueryable<ComplaintRow>> MatchingAsync(ComplaintFilter filter, CancellationToken cancellationToken)
    {
        if (filter.HasWords)
        {
            return await AreRareWordsAsync(filter.Words!, cancellationToken)
                ? LookedUp(filter with { Words = null }, dialect.ComplaintsMatching(store, filter.Words!))
                : ComplaintSelection.Matching(store, dialect, filter);
        }

        string[] themes = [.. filter.Included.Where(value => value.Dimension == Dimension.Theme).Select(value => value.Code)];
        if (themes.Length == 0 || themes.Contains("", StringComparer.Ordinal) || !await AreRareThemesAsync(filter.CollectionId, themes, cancellationToken))
        {
            return ComplaintSelection.Matching(store, dialect, filter);
        }

        ComplaintFilter others = filter with { Included = [.. filter.Included.Where(value => value.Dimension != Dimension.Theme)] };
        return LookedUp(others, store.ComplaintThemes.Where(theme => themes.Contains(theme.Theme)).Select(theme => theme.ComplaintId).Distinct());
    }

    private IQueryable<ComplaintRow> LookedUp(ComplaintFilter others, IQueryable<long> ids) =>
        ComplaintSelection.Matching(store, dialect, others).Join(ids, row => row.Id, id => id, (row, _) => row);

    private async Task<bool> AreRareWordsAsync(string words, CancellationToken cancellationToken) =>
        !dialect.EstimatesSearches
        && await dialect.ComplaintsMatching(store, words).OrderBy(id => id).Take(RareWords + 1).CountAsync(cancellationToken) <= RareWords;

    private async Task<bool> AreRareThemesAsync(int collectionId, string[] themes, CancellationToken cancellationToken)
    {
        string slice = Slice.By(Dimension.Theme).ToString();
        return await store.MonthlyCounts.AsNoTracking()
            .Where(row => row.CollectionId == collectionId && row.Slice == slice && themes.Contains(row.FirstCode))
            .SumAsync(row => row.Complaints, cancellationToken) <= RareTheme;
    }
}
