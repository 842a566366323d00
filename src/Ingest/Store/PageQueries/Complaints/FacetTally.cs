using System.Data.Common;
using System.Runtime.InteropServices;
using System.Text.Json;
using Ingest.Store.Dialects;
using Ingest.Store.Writing;
using Insights.Complaints;
using Microsoft.EntityFrameworkCore;

namespace Ingest.Store.PageQueries.Complaints;

/// <summary>
/// Counts the codes of given complaints. The complaints are read once and counted here: sorting ten thousand of them by nine columns, which is how
/// SQLite groups, took longer than reading them. They are read without the mapper, which took longer over ten thousand rows of ten texts than the database.
/// </summary>
internal sealed class FacetTally(InsightsDbContext store, IStoreDialect dialect)
{
    /// <summary>The dimensions that are columns of a complaint and facets of a list, in the order of the columns read.</summary>
    private static readonly Dimension[] Dimensions =
    [
        Dimension.BusinessArea, Dimension.Organisation, Dimension.OrganisationGroup, Dimension.Office, Dimension.Channel, Dimension.Region,
        Dimension.ComplaintType, Dimension.Remit, Dimension.Finding, Dimension.RemitByDates,
    ];

    private static readonly string Columns = string.Join(", ", Dimensions.Select(dimension => $"\"{ComplaintSelection.ColumnOf(dimension)}\""));

    public async Task<List<FacetCount>> CountAsync(long[] ids, CancellationToken cancellationToken)
    {
        await store.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            string given = JsonSerializer.Serialize(ids);
            List<FacetCount> counts = await CodesAsync(given, cancellationToken);
            counts.AddRange(await ThemesAsync(given, ids.Length, cancellationToken));
            return counts;
        }
        finally
        {
            await store.Database.CloseConnectionAsync();
        }
    }

    private async Task<List<FacetCount>> CodesAsync(string ids, CancellationToken cancellationToken)
    {
        Dictionary<string, int>[] tallies = [.. Dimensions.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
        await using DbCommand command = Command($"""SELECT {Columns} FROM "Complaints" WHERE {dialect.IsOneOfNumbers("\"Id\"", "@ids")}""", ids);
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            for (int column = 0; column < tallies.Length; column++)
            {
                Count(tallies[column], reader.TextOrNull(column) ?? "");
            }
        }

        return [.. Dimensions.SelectMany((dimension, column) => tallies[column].Select(count => new FacetCount(dimension, count.Key, count.Value)))];
    }

    private async Task<IEnumerable<FacetCount>> ThemesAsync(string ids, int given, CancellationToken cancellationToken)
    {
        Dictionary<string, int> tally = new(StringComparer.Ordinal);
        HashSet<long> withTheme = [];
        await using DbCommand command = Command($"""SELECT "ComplaintId", "Theme" FROM "ComplaintThemes" WHERE {dialect.IsOneOfNumbers("\"ComplaintId\"", "@ids")}""", ids);
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            withTheme.Add(reader.GetInt64(0));
            Count(tally, reader.GetString(1));
        }

        IEnumerable<FacetCount> counts = tally.Select(count => new FacetCount(Dimension.Theme, count.Key, count.Value));
        return withTheme.Count == given ? counts : counts.Append(new FacetCount(Dimension.Theme, "", given - withTheme.Count));
    }

    private DbCommand Command(string sql, string ids) => store.Database.GetDbConnection().Command(null, sql, ("ids", ids));

    private static void Count(Dictionary<string, int> tally, string code) => CollectionsMarshal.GetValueRefOrAddDefault(tally, code, out _)++;
}
