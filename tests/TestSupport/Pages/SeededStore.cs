using Ingest.DataFiles;
using Ingest.Profiles;
using Ingest.Store;
using Ingest.Store.Entities;
using Insights.Complaints;
using Microsoft.EntityFrameworkCore;

namespace TestSupport.Pages;

/// <summary>
/// An SQLite file for tests of pages: one classified collection with signals of every kind, and one with organisations and sizes. Everything in it is
/// computed from counters, so that each test can work out what a page must show.
/// </summary>
public sealed class SeededStore : IDisposable
{
    public const string Classified = "home-office-sample";
    public const string WithSizes = "housing-ombudsman";

    /// <summary>The newest day of the data: a Wednesday in the middle of a week and of a month.</summary>
    public static readonly DateOnly AsOf = new(2025, 10, 15);

    private readonly string folder = Directory.CreateTempSubdirectory("insights-pages-").FullName;

    private SeededStore()
    {
        Storage = StorageOptions.ForFile(Path.Combine(folder, "pages.db"));
    }

    public StorageOptions Storage { get; }

    public DataFolder Data { get; } = DataFolder.Find();

    /// <param name="isEmpty">True for a store in which nothing has been imported.</param>
    public static async Task<SeededStore> CreateAsync(bool isEmpty = false)
    {
        SeededStore seeded = new();
        await using InsightsDbContext store = seeded.Open();
        await store.Database.MigrateAsync();
        if (!isEmpty)
        {
            AnalysisRunRow run = await SeededAnalysis.AddRunAsync(store, AsOf);
            await SeededComplaints.AddClassifiedAsync(store, seeded.Data.LoadProfile(Classified));
            await SeededComplaints.AddWithSizesAsync(store, seeded.Data.LoadProfile(WithSizes));
            await SeededAnalysis.AddSignalsAsync(store, run);
            await SeededPatterns.AddAsync(store, run);
        }

        return seeded;
    }

    public InsightsDbContext Open() => StoreRegistration.Open(Storage);

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Adds the collection of a profile with one finished import.</summary>
    internal static async Task<(CollectionRow Collection, ImportBatchRow Batch)> AddCollectionAsync(InsightsDbContext store, ImportProfile profile)
    {
        IEnumerable<Slice> slices = Enum.GetValues<Dimension>().Select(dimension => Slice.By(dimension)).Concat(profile.Collection.WatchedSlices).Append(Slice.All).Distinct();
        CollectionRow collection = new()
        {
            Name = profile.Collection.Name,
            Title = profile.Collection.Title,
            ProfileName = profile.Name,
            TaxonomyName = profile.Collection.Taxonomy.Name,
            TaxonomyVersion = profile.Collection.Taxonomy.Version,
            CountedSlices = string.Join(' ', slices),
        };
        store.Add(collection);
        await store.SaveChangesAsync();
        ImportBatchRow batch = new()
        {
            CollectionId = collection.Id,
            ProfileName = profile.Name,
            ProfileVersion = profile.Version,
            FileName = $"{profile.Name}.csv",
            FileHash = new string('a', 64),
            StartedAtUtc = new DateTime(2025, 10, 16, 9, 0, 0, DateTimeKind.Utc),
            FinishedAtUtc = new DateTime(2025, 10, 16, 9, 1, 0, DateTimeKind.Utc),
            State = ImportState.Finished,
        };
        store.Add(batch);
        await store.SaveChangesAsync();
        return (collection, batch);
    }
}
