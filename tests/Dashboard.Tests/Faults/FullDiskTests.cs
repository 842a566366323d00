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

        starved.ExitCode.ShouldBe(1);
        said.ShouldContain("the database could not write, most likely because the disk is full");
        said.ShouldContain("ake room and import the file again");
        said.ShouldNotContain("   at ");
        await ImportProcess.RunHereAsync(store.Options, file);
        await using InsightsDbContext context = store.Open();
        (await context.Complaints.CountAsync()).ShouldBe(Rows - (Rows / 50));
        (await context.StaleDays.CountAsync()).ShouldBe(0);
    }
}
