using System.Text;
using Ingest.Store;
using Ingest.Store.Entities;
using Ingest.Store.Writing;
using Ingest.Validation;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Importing;

public sealed class ImportRunTests
{
    private const string Letter =
        "I moored below the lock on Sunday and my address is m.holloway@example.org. The keeper shouted at us, and the noise of the pump went on all night long, "
        + "so that nobody on the boat could sleep. I want to know what the trust will do about the pump and about the keeper before the season starts again.";

    private static readonly string[] TwoRows =
    [
        MadeUpBody.Header,
        "R1;03/02/2025;10/02/2025;locks;noise|litter;Old Bridge;40;Yes;£1,250.50;" + Letter,
        "R2;2025-02-04;;Moorings;;;;Unclear;;",
    ];

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task CleanFile_IsStoredAsTheProfileSays(StorageProvider provider)
    {
        await using MadeUpBody body = MadeUpBody.Create(provider);

        ImportReport report = await body.ImportAsync(body.Write("a.csv", TwoRows));

        report.Total.ShouldBe(new ImportCounts(2, 0, 0, 0));
        List<ComplaintRow> rows = await body.ComplaintsAsync();
        ComplaintRow first = rows[0];
        first.Reference.ShouldBe("R1");
        first.ReceivedOn.ShouldBe(new DateOnly(2025, 2, 3));
        first.CountedOn.ShouldBe(first.ReceivedOn);
        first.RespondedOn.ShouldBe(new DateOnly(2025, 2, 10));
        first.BusinessArea.ShouldBe("locks");
        first.SourceCategory.ShouldBe("noise|litter");
        first.Finding.ShouldBe("agreed");
        first.SourceFinding.ShouldBe("Yes");
        first.RemedyPence.ShouldBe(125_050);
        first.HasText.ShouldBeTrue();
        ComplaintRow second = rows[1];
        second.BusinessArea.ShouldBe("moorings", "a title of the taxonomy stands for its code");
        second.Finding.ShouldBeNull();
        second.SourceFinding.ShouldBe("Unclear");
        second.Organisation.ShouldBeNull();
        second.HasText.ShouldBeFalse();

        await using InsightsDbContext context = body.Store.Open();
        (await context.ComplaintThemes.Where(theme => theme.ComplaintId == first.Id).OrderBy(theme => theme.Theme).Select(theme => theme.Theme).ToListAsync()).ShouldBe(["litter", "noise"]);
        (await context.Denominators.SingleAsync()).Size.ShouldBe(40);
        ImportBatchRow batch = await context.ImportBatches.SingleAsync();
        batch.State.ShouldBe(ImportState.Finished);
        (batch.Read, batch.Accepted, batch.Duplicates, batch.Updated, batch.Quarantined).ShouldBe((2, 2, 0, 0, 0));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task TextWithPersonalData_IsReadableOnlyRedactedAndOpensOnlyWithTheKey(StorageProvider provider)
    {
        await using MadeUpBody body = MadeUpBody.Create(provider);
        await body.ImportAsync(body.Write("a.csv", TwoRows));

        await using InsightsDbContext context = body.Store.Open();
        string redacted = await context.ComplaintTexts.Select(text => text.RedactedText).SingleAsync();
        byte[] encrypted = await context.RawTexts.Select(text => text.Encrypted).SingleAsync();

        redacted.ShouldNotContain("holloway");
        Encoding.UTF8.GetString(encrypted).ShouldNotContain("holloway");
        using RawTextCipher cipher = RawTextCipher.Load(body.Store.Options, storeHoldsEncryptedRows: true);
        cipher.Decrypt(encrypted).ShouldBe(Letter);
        if (provider == StorageProvider.Sqlite)
        {
            await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
            Encoding.UTF8.GetString(await File.ReadAllBytesAsync(body.Store.Options.DatabaseFile!)).ShouldNotContain("holloway");
        }
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task SameFileAgain_ChangesNothing(StorageProvider provider)
    {
        await using MadeUpBody body = MadeUpBody.Create(provider);
        string file = body.Write("a.csv", [.. TwoRows, TwoRows[1], "R3;32/01/2025;;locks;;;;;;"]);
        (await body.ImportAsync(file)).Total.ShouldBe(new ImportCounts(2, 1, 0, 1));

        ImportReport again = await body.ImportAsync(file);

        again.Total.ShouldBe(new ImportCounts(0, 3, 0, 1));
        await using InsightsDbContext context = body.Store.Open();
        (await context.Complaints.CountAsync()).ShouldBe(2);
        (await context.QuarantinedRows.CountAsync()).ShouldBe(1, "the same bad row is listed once, under the newest import");
        (await context.ComplaintVersions.CountAsync()).ShouldBe(0);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task CorrectedExport_UpdatesByReferenceAndKeepsTheHistory(StorageProvider provider)
    {
        await using MadeUpBody body = MadeUpBody.Create(provider);
        string old = body.Write("old.csv", TwoRows);
        await body.ImportAsync(old);
        string newer = body.Write("new.csv", [TwoRows[0], TwoRows[1].Replace("03/02/2025", "05/02/2025", StringComparison.Ordinal).Replace("noise|", "", StringComparison.Ordinal), TwoRows[2]]);

        (await body.ImportAsync(newer)).Total.ShouldBe(new ImportCounts(0, 1, 1, 0));

        ComplaintRow first = (await body.ComplaintsAsync())[0];
        first.CountedOn.ShouldBe(new DateOnly(2025, 2, 5));
        await using (InsightsDbContext context = body.Store.Open())
        {
            (await context.ComplaintThemes.Where(theme => theme.ComplaintId == first.Id).Select(theme => theme.Theme).ToListAsync()).ShouldBe(["litter"]);
            ComplaintVersionRow version = await context.ComplaintVersions.SingleAsync();
            version.ComplaintId.ShouldBe(first.Id);
            version.ReplacedByBatchId.ShouldBe(first.ImportBatchId);
            (await context.RawTexts.CountAsync()).ShouldBe(1);
        }

        (await body.ImportAsync(old)).Total.ShouldBe(new ImportCounts(0, 2, 0, 0), "an older file that was imported before does not undo the newer one");
        (await body.ComplaintsAsync())[0].CountedOn.ShouldBe(new DateOnly(2025, 2, 5));
    }

    /// <summary>Exports with a row for each stage of a case. The rows lie in one chunk, where the first went without a trace.</summary>
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task SeveralRowsOfOneReference_TheLastWinsAndTheOthersAreKept(StorageProvider provider)
    {
        await using MadeUpBody body = MadeUpBody.Create(provider);

        ImportReport report = await body.ImportAsync(body.Write(
            "a.csv", MadeUpBody.Header, "R1;03/02/2025;;locks;;;;;;First stage", "R1;03/02/2025;10/02/2025;locks;;;;Yes;;Second stage", "R1;03/02/2025;10/02/2025;locks;;;;Yes;;Second stage", "R1;03/02/2025;;locks;;;;;;First stage", "R1;03/02/2025;;moorings;;;;;;Third"));

        report.Total.ShouldBe(new ImportCounts(1, 1, 3, 0));
        (await body.ComplaintsAsync()).Single().BusinessArea.ShouldBe("moorings");
        await using InsightsDbContext context = body.Store.Open();
        (await context.ComplaintVersions.CountAsync()).ShouldBe(3);
        (await context.ComplaintTexts.SingleAsync()).RedactedText.ShouldBe("Third");
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task StoppedAnywhere_TheNextRunCompletesIt(StorageProvider provider)
    {
        await using MadeUpBody whole = MadeUpBody.Create(provider);
        string[] lines = [MadeUpBody.Header, .. Enumerable.Range(0, 7_000).Select(Line)];
        await whole.ImportAsync(whole.Write("a.csv", lines));
        await using MadeUpBody stopped = MadeUpBody.Create(provider);
        string file = stopped.Write("a.csv", lines);

        using (CancellationTokenSource stop = new())
        {
            await Should.ThrowAsync<OperationCanceledException>(() => stopped.ImportAsync(new StopAtOnce(stop), [file], stop.Token));
        }

        int storedBefore = (await stopped.ComplaintsAsync()).Count;
        storedBefore.ShouldBeInRange(1, 6_999);
        ImportReport rest = await stopped.ImportAsync(file);

        rest.Total.Read.ShouldBe(7_000);
        rest.Total.Duplicates.ShouldBe(storedBefore);
        (await CountsAsync(stopped)).ShouldBe(await CountsAsync(whole));
        await using InsightsDbContext context = stopped.Store.Open();
        (await context.StaleDays.CountAsync()).ShouldBe(0);
        (await context.ImportBatches.OrderBy(batch => batch.Id).Select(batch => batch.State).ToListAsync()).ShouldBe([ImportState.Failed, ImportState.Finished]);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task LetterCampaign_CountsOnceBesideItsRawCount(StorageProvider provider)
    {
        await using MadeUpBody body = MadeUpBody.Create(provider);
        string[] names = ["Kim", "Olu", "Wren", "Asha", "Tom"];
        await body.ImportAsync(body.Write("a.csv", [
            MadeUpBody.Header,
            .. names.Select((name, index) => $"C{index};03/02/2025;;locks;noise;;;;;Dear trust. {Letter} Yours, {name}."),
            "X;03/02/2025;;locks;noise;;;;;" + string.Join(' ', Enumerable.Range(0, 60).Select(word => $"unrelated{word}")),
        ]));

        await using InsightsDbContext context = body.Store.Open();
        DailyCountRow all = await context.DailyCounts.SingleAsync(count => count.Slice == "all");
        all.Complaints.ShouldBe(6);
        all.Distinct.ShouldBe(2);
        List<ComplaintRow> rows = await body.ComplaintsAsync();
        rows.Take(5).Select(row => row.CampaignId).Distinct().ShouldHaveSingleItem().ShouldBe(rows[0].Id);
        rows[5].CampaignId.ShouldBeNull();
    }

    [Fact]
    public async Task FolderOfFiles_IsReadInOrderAndABadFileStopsNoOther()
    {
        await using MadeUpBody body = MadeUpBody.Create();
        Directory.CreateDirectory(body.PathOf("in"));
        body.Write("in/1.csv", TwoRows);
        body.Write("in/2.csv", "this;is;another", "kind;of;file");
        body.Write("in/3.csv", MadeUpBody.Header, "R9;03/02/2025;;locks;;;;;;");

        ImportReport report = await body.ImportAsync(body.PathOf("in"));

        report.Files.Select(file => Path.GetFileName(file.FileName)).ShouldBe(["1.csv", "3.csv"]);
        report.Total.ShouldBe(new ImportCounts(3, 0, 0, 0));
        report.Failures.ShouldHaveSingleItem().ShouldContain("2.csv");
    }

    private static string Line(int number) => $"R{number};{new DateOnly(2025, 1, 1).AddDays(number * 7 % 90):yyyy-MM-dd};;{(number % 3 == 0 ? "locks" : "moorings")};{(number % 2 == 0 ? "noise" : "")};Bridge {number % 11};;;;";

    private static async Task<List<string>> CountsAsync(MadeUpBody body)
    {
        await using InsightsDbContext context = body.Store.Open();
        return await context.DailyCounts.OrderBy(row => row.Slice).ThenBy(row => row.FirstCode).ThenBy(row => row.SecondCode).ThenBy(row => row.Day)
            .Select(row => row.Slice + "|" + row.FirstCode + "|" + row.SecondCode + "|" + row.Day + "|" + row.Complaints)
            .ToListAsync();
    }

    private sealed class StopAtOnce(CancellationTokenSource stop) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => stop.Cancel();
    }
}
