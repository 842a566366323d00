using Ingest.Store.Dialects;
using Ingest.Store.Entities;
using Insights.Complaints;
using Microsoft.EntityFrameworkCore;

namespace Ingest.Store.PageQueries.Complaints;

/// <summary>Turns a filter into a query: the one place that knows which column a dimension is.</summary>
internal static class ComplaintSelection
{
    public static IQueryable<ComplaintRow> Matching(InsightsDbContext store, IStoreDialect dialect, ComplaintFilter filter)
    {
        IQueryable<ComplaintRow> rows = store.Complaints.AsNoTracking().Where(row => row.CollectionId == filter.CollectionId);
        rows = filter.From is { } from ? rows.Where(row => row.CountedOn >= from) : rows;
        rows = filter.To is { } to ? rows.Where(row => row.CountedOn <= to) : rows;
        if (filter.HasWords)
        {
            IQueryable<long> found = dialect.ComplaintsMatching(store, filter.Words!);
            rows = rows.Where(row => found.Contains(row.Id));
        }

        rows = filter.Included.GroupBy(value => value.Dimension)
            .Aggregate(rows, (kept, group) => Including(store, kept, group.Key, [.. group.Select(value => value.Code)]));
        return filter.Excluded.GroupBy(value => value.Dimension)
            .Aggregate(rows, (kept, group) => Excluding(store, kept, group.Key, [.. group.Select(value => value.Code)]));
    }

    /// <summary>The column of a dimension that has one; themes stand in a table of their own.</summary>
    public static string ColumnOf(Dimension dimension) => dimension.ToString();

    private static IQueryable<ComplaintRow> Including(InsightsDbContext store, IQueryable<ComplaintRow> rows, Dimension dimension, string[] codes)
    {
        string[] named = [.. codes.Where(code => code.Length > 0)];
        bool includesMissing = named.Length < codes.Length;
        if (dimension == Dimension.Theme)
        {
            return rows.Where(row =>
                store.ComplaintThemes.Any(theme => theme.ComplaintId == row.Id && named.Contains(theme.Theme))
                || (includesMissing && !store.ComplaintThemes.Any(theme => theme.ComplaintId == row.Id)));
        }

        string column = ColumnOf(dimension);
        return includesMissing
            ? rows.Where(row => EF.Property<string?>(row, column) == null || named.Contains(EF.Property<string?>(row, column)))
            : rows.Where(row => named.Contains(EF.Property<string?>(row, column)));
    }

    private static IQueryable<ComplaintRow> Excluding(InsightsDbContext store, IQueryable<ComplaintRow> rows, Dimension dimension, string[] codes)
    {
        string[] named = [.. codes.Where(code => code.Length > 0)];
        bool excludesMissing = named.Length < codes.Length;
        if (dimension == Dimension.Theme)
        {
            rows = rows.Where(row => !store.ComplaintThemes.Any(theme => theme.ComplaintId == row.Id && named.Contains(theme.Theme)));
            return excludesMissing ? rows.Where(row => store.ComplaintThemes.Any(theme => theme.ComplaintId == row.Id)) : rows;
        }

        string column = ColumnOf(dimension);
        return excludesMissing
            ? rows.Where(row => EF.Property<string?>(row, column) != null && !named.Contains(EF.Property<string?>(row, column)))
            : rows.Where(row => EF.Property<string?>(row, column) == null || !named.Contains(EF.Property<string?>(row, column)));
    }
}
