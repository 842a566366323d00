using Ingest.Store;
using Ingest.Store.Entities;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Store;

/// <summary>Both databases must order and compare dates, times and strings as .NET does (ordinal).</summary>
public sealed class OrderingTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Strings_AreOrderedByCodePoint(StorageProvider provider)
    {
        await using StoreUnderTest store = await StoreUnderTest.CreateAsync(provider);
        await using InsightsDbContext context = store.Open();
        string[] codes = ["b", "B", "a", "Z", "é", "_", "1", "10", "2", "a b", "a-b", "ab"];
        CollectionRow collection = await StoredRows.CollectionAsync(context);
        context.Denominators.AddRange(codes.Select(code => new DenominatorRow { CollectionId = collection.Id, Dimension = "Office", Code = code, Size = 1 }));
        await context.SaveChangesAsync();

        List<string> ordered = await context.Denominators.OrderBy(row => row.Code).Select(row => row.Code).ToListAsync();

        ordered.ShouldBe(codes.Order(StringComparer.Ordinal));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Days_AreOrderedAndComparedWithTheUndatedOneFirst(StorageProvider provider)
    {
        await using StoreUnderTest store = await StoreUnderTest.CreateAsync(provider);
        await using InsightsDbContext context = store.Open();
        CollectionRow collection = await StoredRows.CollectionAsync(context);
        DateOnly[] days = [new(2024, 10, 2), DailyCountRow.Undated, new(2024, 9, 30), new(1999, 12, 31), new(2024, 2, 29)];
        context.StaleDays.AddRange(days.Select(day => new StaleDayRow { CollectionId = collection.Id, Day = day }));
        await context.SaveChangesAsync();

        (await context.StaleDays.OrderBy(row => row.Day).Select(row => row.Day).ToListAsync()).ShouldBe(days.Order());
        DateOnly limit = new(2024, 2, 29);
        (await context.StaleDays.CountAsync(row => row.Day <= limit)).ShouldBe(3);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Times_KeepTheirKindAndOrderToTheMicrosecond(StorageProvider provider)
    {
        await using StoreUnderTest store = await StoreUnderTest.CreateAsync(provider);
        await using InsightsDbContext context = store.Open();
        CollectionRow collection = await StoredRows.CollectionAsync(context);
        DateTime second = new(2025, 3, 30, 1, 30, 0, DateTimeKind.Utc);
        DateTime[] times = [second.AddMicroseconds(5), second, second.AddMilliseconds(10), second.AddSeconds(-1), second.AddTicks(TimeSpan.TicksPerMillisecond)];
        context.ImportBatches.AddRange(times.Select(time => new ImportBatchRow { CollectionId = collection.Id, ProfileName = "p", ProfileVersion = "1", FileName = "f", StartedAtUtc = time }));
        await context.SaveChangesAsync();

        List<DateTime> ordered = await context.ImportBatches.AsNoTracking().OrderBy(row => row.StartedAtUtc).Select(row => row.StartedAtUtc).ToListAsync();

        ordered.ShouldBe(times.Order());
        ordered.ShouldAllBe(time => time.Kind == DateTimeKind.Utc);
    }
}
