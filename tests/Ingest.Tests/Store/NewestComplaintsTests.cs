using Ingest.Store;
using Ingest.Store.Entities;
using Ingest.Store.PageQueries.Complaints;
using Insights.Complaints;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Store;

/// <summary>What a search finds, counts and lists, held against reading every text: with so many complaints that common and rare words are looked for differently.</summary>
public sealed class NewestComplaintsTests
{
    private const int Stored = ComplaintsQuery.MostCounted + 400;
    private const int Days = 300;
    private static readonly DateOnly FirstDay = new(2024, 1, 1);
    private static readonly string[] Themes = ["delay", "conduct", "loss"];

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Searches_FindWhatAScanFinds(StorageProvider provider)
    {
        await using StoreUnderTest store = await StoreUnderTest.CreateAsync(provider);
        List<Letter> letters = await FillAsync(store);

        foreach ((ComplaintFilter filter, Func<Letter, bool> isMatch) in Filters(letters[0].CollectionId))
        {
            await using InsightsDbContext context = store.Open();
            Letter[] expected = [.. letters.Where(isMatch).OrderByDescending(letter => letter.CountedOn).ThenByDescending(letter => letter.Id)];
            Letter[] counted = [.. expected.Take(ComplaintsQuery.MostCounted)];
            ComplaintsQuery query = new(context, store.Options);

            IReadOnlyList<ComplaintListing> before = await query.ListAsync(filter, skip: 20, take: 20, CancellationToken.None);
            ComplaintCount count = await query.CountAsync(filter, CancellationToken.None);
            ComplaintFacets facets = await query.FacetsAsync(filter, CancellationToken.None);
            IReadOnlyList<ComplaintListing> after = await query.ListAsync(filter, skip: 20, take: 20, CancellationToken.None);

            string name = filter.Words ?? "no words";
            before.Select(row => row.Id).ShouldBe(expected.Skip(20).Take(20).Select(letter => letter.Id), name);
            after.Select(row => row.Id).ShouldBe(before.Select(row => row.Id), name);
            count.ShouldBe(new ComplaintCount(counted.Length, expected.Length <= ComplaintsQuery.MostCounted), name);
            (facets.CountedComplaints, facets.IsComplete).ShouldBe((counted.Length, count.IsExact), name);
            facets.Counts.Select(facet => $"{facet.Dimension} {facet.Code} {facet.Complaints}").Order(StringComparer.Ordinal).ShouldBe(FacetsOf(counted), name);
        }
    }

    private static IEnumerable<(ComplaintFilter Filter, Func<Letter, bool> IsMatch)> Filters(int collection)
    {
        ComplaintFilter all = new(collection);
        FacetValue north = new(Dimension.Office, "North");
        FacetValue delay = new(Dimension.Theme, "delay");
        yield return (all with { Words = "letters" }, _ => true);
        yield return (all with { Words = "letter -bridge" }, letter => !letter.Has("bridge"));
        yield return (all with { Words = "bridge" }, letter => letter.Has("bridge"));
        yield return (all with { Words = "bridge gangway" }, letter => letter.Has("bridge") && letter.Has("gangway"));
        yield return (all with { Words = "nowhere" }, _ => false);
        yield return (all with { Words = "letter", Included = [north] }, letter => letter.Office == "North");
        yield return (all with { Words = "gangway", Included = [north], Excluded = [delay] }, letter => letter.Has("gangway") && letter.Office == "North" && letter.Theme != "delay");
        yield return (all with { Words = "letter", From = FirstDay.AddDays(10), Excluded = [delay] }, letter => letter.CountedOn >= FirstDay.AddDays(10) && letter.Theme != "delay");
        yield return (all with { Included = [north], Excluded = [delay] }, letter => letter.Office == "North" && letter.Theme != "delay");
        yield return (all with { Included = [delay, north] }, letter => letter.Office == "North" && letter.Theme == "delay");
    }

    private static IEnumerable<string> FacetsOf(Letter[] letters) => letters.Length == 0
        ? []
        : letters.GroupBy(letter => $"Office {letter.Office}").Concat(letters.GroupBy(letter => $"Theme {letter.Theme}"))
            .Select(group => $"{group.Key} {group.Count()}").Order(StringComparer.Ordinal);

    /// <summary>Dates run against the order in which the letters were stored, and some have no theme or no office.</summary>
    private static async Task<List<Letter>> FillAsync(StoreUnderTest store)
    {
        await using InsightsDbContext context = store.Open();
        CollectionRow collection = await StoredRows.CollectionAsync(context);
        long batch = (await StoredRows.ComplaintAsync(context, await StoredRows.CollectionAsync(context, "another"), "elsewhere", "A letter about a gangway.")).ImportBatchId;
        Random random = new(7);
        List<(ComplaintRow Row, Letter Letter)> rows = [];
        for (int number = 0; number < Stored; number++)
        {
            // PostgreSQL and SQLite put missing dates at opposite ends, so every letter has one here.
            ComplaintRow row = new()
            {
                CollectionId = collection.Id,
                ImportBatchId = batch,
                Reference = $"L{number}",
                ContentHash = [1],
                CountedOn = FirstDay.AddDays((Days - (number * Days / Stored) + random.Next(5)) % Days),
                Office = random.Next(4) switch { 0 => "North", 1 => "South", _ => null },
                HasText = true,
            };
            string text = $"A letter{(random.Next(30) == 0 ? " about the bridge" : "")}{(random.Next(50) == 0 ? " and its gangways" : "")}.";
            rows.Add((row, new Letter(0, collection.Id, row.CountedOn.Value, row.Office ?? "", random.Next(4) is var theme && theme < Themes.Length ? Themes[theme] : "", text)));
        }

        context.AddRange(rows.Select(pair => pair.Row));
        await context.SaveChangesAsync();
        List<Letter> letters = [.. rows.Select(pair => pair.Letter with { Id = pair.Row.Id })];
        context.AddRange(letters.Select(letter => new ComplaintTextRow { ComplaintId = letter.Id, RedactedText = letter.Text }));
        context.AddRange(letters.Where(letter => letter.Theme.Length > 0).Select(letter => new ComplaintThemeRow { ComplaintId = letter.Id, Theme = letter.Theme, Origin = CodeOrigin.Source }));
        await context.SaveChangesAsync();
        return letters;
    }

    private sealed record Letter(long Id, int CollectionId, DateOnly CountedOn, string Office, string Theme, string Text)
    {
        public bool Has(string word) => Text.Contains(word, StringComparison.Ordinal);
    }
}
