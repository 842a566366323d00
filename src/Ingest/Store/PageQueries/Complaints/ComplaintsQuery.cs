using Ingest.Store.Dialects;
using Ingest.Store.Entities;
using Ingest.Store.PageQueries.Counts;
using Insights.Complaints;
using Microsoft.EntityFrameworkCore;

namespace Ingest.Store.PageQueries.Complaints;

/// <summary>The complaints page: the list, how many there are, and the counts beside it.</summary>
public sealed class ComplaintsQuery(InsightsDbContext store, StorageOptions options)
{
    /// <summary>
    /// Counting stops here, so that a search for a common word answers as fast as one for a rare word; the page says "more than". Revisit when a store
    /// can count a million rows in a tenth of a second.
    /// </summary>
    public const int MostCounted = 10_000;

    /// <summary>Characters of a text that a list reads: enough for its beginning, or, after a search, to show the words found.</summary>
    private const int BeginningLength = 260;

    private const int SearchedLength = 4_000;

    private static readonly string AllSlice = Slice.All.ToString();

    private readonly IStoreDialect dialect = StoreDialect.For(options.Provider);
    private readonly NewestComplaints newestComplaints = new(store, StoreDialect.For(options.Provider));

    public async Task<IReadOnlyList<ComplaintListing>> ListAsync(ComplaintFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        int length = filter.HasWords ? SearchedLength : BeginningLength;
        var page = await (await newestComplaints.StretchAsync(filter, skip, take, cancellationToken))
            .Select(row => new
            {
                row.Id,
                row.Reference,
                row.CountedOn,
                row.BusinessArea,
                row.Organisation,
                row.Office,
                row.Finding,
                row.RemitByDates,
                row.CampaignId,
                row.NeedsReview,
                Beginning = store.ComplaintTexts.Where(text => text.ComplaintId == row.Id).Select(text => text.RedactedText.Substring(0, length)).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);

        long[] ids = [.. page.Select(row => row.Id)];
        ILookup<long, string> themes = (await store.ComplaintThemes.AsNoTracking().Where(theme => ids.Contains(theme.ComplaintId)).OrderBy(theme => theme.Theme)
            .ToListAsync(cancellationToken)).ToLookup(theme => theme.ComplaintId, theme => theme.Theme);
        return [.. page.Select(row => new ComplaintListing
        {
            Id = row.Id,
            Reference = row.Reference,
            CountedOn = row.CountedOn,
            BusinessArea = row.BusinessArea,
            Organisation = row.Organisation,
            Office = row.Office,
            Finding = row.Finding,
            RemitByDates = row.RemitByDates,
            CampaignId = row.CampaignId,
            NeedsReview = row.NeedsReview,
            Beginning = row.Beginning,
            Themes = [.. themes[row.Id]],
        })];
    }

    public async Task<ComplaintCount> CountAsync(ComplaintFilter filter, CancellationToken cancellationToken)
    {
        if (CountedSlice(filter) is { } counted)
        {
            int known = 0;
            foreach (IQueryable<CountedPart> part in Parts(filter, counted.Slice))
            {
                known += await part.Where(row => row.FirstCode == counted.Code).SumAsync(row => row.Complaints, cancellationToken);
            }

            return new ComplaintCount(known, IsExact: true);
        }

        int found = (await newestComplaints.IdsAsync(filter, cancellationToken)).Length;
        return new ComplaintCount(Math.Min(found, MostCounted), found <= MostCounted);
    }

    /// <summary>Counts every match, however long it takes: for a download that states its number of rows.</summary>
    public async Task<ComplaintExportScope> ExportScopeAsync(ComplaintFilter filter, CancellationToken cancellationToken)
    {
        long newest = await store.Complaints.MaxAsync(row => (long?)row.Id, cancellationToken) ?? 0;
        int rows = await ComplaintSelection.Matching(store, dialect, filter).CountAsync(row => row.Id <= newest, cancellationToken);
        return new ComplaintExportScope(rows, newest);
    }

    public async Task<ComplaintFacets> FacetsAsync(ComplaintFilter filter, CancellationToken cancellationToken)
    {
        if (filter.IsDatesOnly)
        {
            return await FacetsFromCountsAsync(filter, cancellationToken);
        }

        long[] found = await newestComplaints.IdsAsync(filter, cancellationToken);
        long[] counted = found.Length > MostCounted ? found[..MostCounted] : found;
        return new ComplaintFacets(OnlyUsed(await new FacetTally(store, dialect).CountAsync(counted, cancellationToken)), counted.Length, found.Length <= MostCounted);
    }

    /// <summary>Every complaint of the filter as it is read, oldest first, for a download.</summary>
    public IAsyncEnumerable<ComplaintExportRow> Export(ComplaintFilter filter, ComplaintExportScope scope) =>
        ComplaintSelection.Matching(store, dialect, filter)
            .Where(row => row.Id <= scope.NewestId)
            .OrderBy(row => row.Id)
            .Select(row => new ComplaintExportRow
            {
                Id = row.Id,
                Reference = row.Reference,
                ReceivedOn = row.ReceivedOn,
                EventOn = row.EventOn,
                RespondedOn = row.RespondedOn,
                ClosedOn = row.ClosedOn,
                ReferredOn = row.ReferredOn,
                SourceCategory = row.SourceCategory,
                BusinessArea = row.BusinessArea,
                Themes = store.ComplaintThemes.Where(theme => theme.ComplaintId == row.Id).OrderBy(theme => theme.Theme).Select(theme => theme.Theme).ToList(),
                ComplaintType = row.ComplaintType,
                Remit = row.Remit,
                RemitByDates = row.RemitByDates,
                Route = row.Route,
                Finding = row.Finding,
                Remedy = row.Remedy,
                RemedyPence = row.RemedyPence,
                Organisation = row.Organisation,
                OrganisationGroup = row.OrganisationGroup,
                Office = row.Office,
                Channel = row.Channel,
                Region = row.Region,
                CampaignId = row.CampaignId,
                ModelVersion = row.ModelVersion,
                RedactedText = store.ComplaintTexts.Where(text => text.ComplaintId == row.Id).Select(text => text.RedactedText).FirstOrDefault(),
            })
            .AsAsyncEnumerable();

    private async Task<ComplaintFacets> FacetsFromCountsAsync(ComplaintFilter filter, CancellationToken cancellationToken)
    {
        string[] slices = [AllSlice, .. Enum.GetValues<Dimension>().Select(dimension => Slice.By(dimension).ToString())];
        List<(string Slice, string Code, int Complaints)> sums = [];
        foreach (IQueryable<CountedPart> part in Parts(filter, slices))
        {
            var found = await part
                .GroupBy(row => new { row.Slice, row.FirstCode })
                .Select(group => new { group.Key.Slice, group.Key.FirstCode, Complaints = group.Sum(row => row.Complaints) })
                .ToListAsync(cancellationToken);
            sums.AddRange(found.Select(sum => (sum.Slice, sum.FirstCode, sum.Complaints)));
        }

        ILookup<bool, (string Slice, string Code, int Complaints)> byKind = sums.ToLookup(sum => string.Equals(sum.Slice, AllSlice, StringComparison.Ordinal));
        IEnumerable<FacetCount> counts = byKind[false]
            .GroupBy(sum => (sum.Slice, sum.Code))
            .Select(group => new FacetCount(Enum.Parse<Dimension>(group.Key.Slice), group.Key.Code, group.Sum(sum => sum.Complaints)));
        return new ComplaintFacets(OnlyUsed([.. counts]), byKind[true].Sum(sum => sum.Complaints), IsComplete: true);
    }

    /// <summary>A limit on either side leaves out complaints without a date, as it does in the list.</summary>
    private IReadOnlyList<IQueryable<CountedPart>> Parts(ComplaintFilter filter, params string[] slices)
    {
        DateOnly firstDated = DailyCountRow.Undated.AddDays(1);
        DateOnly from = filter is { From: null, To: null } ? DailyCountRow.Undated : filter.From > firstDated ? filter.From.Value : firstDated;
        return new CountedRange(store, filter.CollectionId, slices, from, filter.To ?? DateOnly.MaxValue).Parts();
    }

    /// <summary>The counted slice that answers a filter of nothing or one code; null for any other filter.</summary>
    private static (string Slice, string Code)? CountedSlice(ComplaintFilter filter) => filter switch
    {
        { IsDatesOnly: true } => (AllSlice, ""),
        { HasWords: false, Excluded.Count: 0, Included: [var only] } => (Slice.By(only.Dimension).ToString(), only.Code),
        _ => null,
    };

    /// <summary>A dimension in which nothing is recorded is no facet.</summary>
    private static IReadOnlyList<FacetCount> OnlyUsed(List<FacetCount> counts) =>
        [.. counts.GroupBy(count => count.Dimension)
            .Where(group => group.Any(count => count.Code.Length > 0))
            .SelectMany(group => group.OrderByDescending(count => count.Complaints).ThenBy(count => count.Code, StringComparer.Ordinal))];
}
