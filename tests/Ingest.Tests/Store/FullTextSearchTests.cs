using Ingest.Store;
using Ingest.Store.Entities;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Store;

public sealed class FullTextSearchTests
{
    private static readonly (string Reference, string Text)[] Texts =
    [
        ("stem", "They lost my documents at the application centre."),
        ("phrase", "The application was refused. The centre was closed, my document is lost."),
        ("other", "Passport renewal took four months."),
    ];

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Words_AreFoundByTheirStemsAllTogether(StorageProvider provider)
    {
        await using StoreUnderTest store = await FilledAsync(provider);
        (await FindAsync(store, "document LOST")).ShouldBe(["phrase", "stem"]);
        (await FindAsync(store, "\"application centre\"")).ShouldBe(["stem"]);
        (await FindAsync(store, "lost -refused")).ShouldBe(["stem"]);
        (await FindAsync(store, "renewals")).ShouldBe(["other"]);
        (await FindAsync(store, "nothing-like-it")).ShouldBeEmpty();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AnythingTyped_IsNoSyntaxError(StorageProvider provider)
    {
        await using StoreUnderTest store = await FilledAsync(provider);
        foreach (string typed in (string[])["", "   ", "\"", "-", "*", "a OR", "NEAR(", "' OR 1=1 --", "col:x", "(((", "-\"", "^lost", "lost AND NOT", "\0", "…", "-lost"])
        {
            await Should.NotThrowAsync(() => FindAsync(store, typed));
        }
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ChangedAndDeletedTexts_AreFoundAsTheyAreNow(StorageProvider provider)
    {
        await using StoreUnderTest store = await FilledAsync(provider);
        await using (InsightsDbContext context = store.Open())
        {
            long stem = await context.Complaints.Where(row => row.Reference == "stem").Select(row => row.Id).SingleAsync();
            await context.ComplaintTexts.Where(row => row.ComplaintId == stem).ExecuteUpdateAsync(set => set.SetProperty(row => row.RedactedText, "A queue at the border."));
            await context.Complaints.Where(row => row.Reference == "phrase").ExecuteDeleteAsync();
        }

        (await FindAsync(store, "lost")).ShouldBeEmpty();
        (await FindAsync(store, "queues")).ShouldBe(["stem"]);
    }

    private static async Task<StoreUnderTest> FilledAsync(StorageProvider provider)
    {
        StoreUnderTest store = await StoreUnderTest.CreateAsync(provider);
        await using InsightsDbContext context = store.Open();
        CollectionRow collection = await StoredRows.CollectionAsync(context);
        foreach ((string reference, string text) in Texts)
        {
            await StoredRows.ComplaintAsync(context, collection, reference, text);
        }

        return store;
    }

    private static async Task<List<string>> FindAsync(StoreUnderTest store, string words)
    {
        await using InsightsDbContext context = store.Open();
        IQueryable<long> found = context.Dialect.ComplaintsMatching(context, words);
        return await context.Complaints.Where(row => found.Contains(row.Id)).OrderBy(row => row.Reference).Select(row => row.Reference).ToListAsync();
    }
}
