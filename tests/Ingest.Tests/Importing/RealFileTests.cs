using Ingest.DataFiles;
using Ingest.Store;
using Ingest.Store.Writing;
using Ingest.Validation;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using TestSupport;

namespace Ingest.Tests.Importing;

/// <summary>The real files import whole with the profiles that ship; the row counts are those of their description.</summary>
public sealed class RealFileTests
{
    [SharedDataFact("nhs-feedback-test.csv.gz")]
    public async Task PatientFeedback_IsImportedWholeWithItsLabels()
    {
        await using StoreUnderTest store = StoreUnderTest.CreateEmpty(StorageProvider.Sqlite);

        (await ImportAsync(store, "nhs-feedback-test.csv.gz", "nhs-feedback")).ShouldBe(new ImportCounts(1_077, 0, 0, 0));

        await using InsightsDbContext context = store.Open();
        (await context.ComplaintThemes.Select(theme => theme.Theme).Distinct().CountAsync()).ShouldBeInRange(30, 34);
    }

    [SharedDataFact("cfpb-test.csv.gz")]
    public async Task ConsumerComplaints_AreImportedWholeAndAgainChangeNothing()
    {
        await using StoreUnderTest store = StoreUnderTest.CreateEmpty(StorageProvider.Sqlite);

        (await ImportAsync(store, "cfpb-test.csv.gz", "cfpb-narratives")).ShouldBe(new ImportCounts(4_209, 0, 0, 0));
        (await ImportAsync(store, "cfpb-test.csv.gz", "cfpb-narratives")).ShouldBe(new ImportCounts(0, 4_209, 0, 0));
    }

    private static async Task<ImportCounts> ImportAsync(StoreUnderTest store, string file, string profile)
    {
        DataFolder data = DataFolder.Find();
        ImportReport report = await new ImportRun(store.Options, data, TimeProvider.System).RunAsync([SharedData.PathOf(file)], data.LoadProfile(profile), progress: null, CancellationToken.None);
        report.Failures.ShouldBeEmpty();
        return report.Total;
    }
}
