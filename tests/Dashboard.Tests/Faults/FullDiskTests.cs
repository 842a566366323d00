using System.Diagnostics;
using Ingest.Store;
using Microsoft.EntityFrameworkCore;
using TestSupport;

namespace Dashboard.Tests.Faults;

/// <summary>An import whose disk is full, at three fill levels.</summary>
public sealed class FullDiskTests
{
    private const int Rows = 20_000;

    [Theory]
    [InlineData(1_000)]
    [InlineData(3_000)]
    [InlineData(5_500)]
    public async Task FullDisk_SaysSoAndGoesOnWhenThereIsRoom(int kibibytes)
    {
        await using StoreUnderTest store = StoreUnderTest.CreateEmpty(StorageProvider.Sqlite);
        string file = ImportProcess.WriteFile(store.Folder, Rows);

        using Process starved = ImportProcess.StartWithFileLimit(store.Options, file, kibibytes);
        Task<string> output = starved.StandardOutput.ReadToEndAsync();
        string said = await starved.StandardError.ReadToEndAsync();
        await output;
        await starved.WaitForExitAsync();

        AssertSaysSo(starved, said);
        await AssertGoesOnAsync(store.Options, file);
    }

    /// <summary>The same on a file system that is really full: log, index of the log and database share what room there is.</summary>
    [SmallFileSystemTheory]
    [InlineData(200)]
    [InlineData(3_000)]
    [InlineData(8_000)]
    public async Task FullFileSystem_SaysSoAndGoesOnWhenThereIsRoom(int kibibytes)
    {
        const int Room = 200_000;
        await using StoreUnderTest elsewhere = StoreUnderTest.CreateEmpty(StorageProvider.Sqlite);
        string file = ImportProcess.WriteFile(elsewhere.Folder, Rows);
        using SmallFileSystem small = SmallFileSystem.Mount(kibibytes);
        StorageOptions storage = StorageOptions.ForFile(Path.Combine(small.Folder.FullName, "store.db"));

        using Process starved = ImportProcess.Start(storage, file);
        Task<string> output = starved.StandardOutput.ReadToEndAsync();
        string said = await starved.StandardError.ReadToEndAsync();
        await output;
        await starved.WaitForExitAsync();

        AssertSaysSo(starved, said);
        small.Grow(Room);
        await AssertGoesOnAsync(storage, file);
    }

    private static void AssertSaysSo(Process starved, string said)
    {
        starved.ExitCode.ShouldBe(1);
        said.ShouldContain("the database could not write, most likely because the disk is full");
        said.ShouldContain("ake room and import the file again");
        said.ShouldNotContain("   at ");
    }

    private static async Task AssertGoesOnAsync(StorageOptions storage, string file)
    {
        await ImportProcess.RunHereAsync(storage, file);
        await using InsightsDbContext context = StoreRegistration.Open(storage);
        (await context.Complaints.CountAsync()).ShouldBe(Rows - (Rows / 50));
        (await context.StaleDays.CountAsync()).ShouldBe(0);
        (await context.ImportBatches.OrderByDescending(batch => batch.Id).Select(batch => batch.Read).FirstAsync()).ShouldBe(Rows);
    }
}
