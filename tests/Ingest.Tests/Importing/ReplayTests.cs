using Ingest.DataFiles;
using Ingest.Replay;
using Ingest.Store;
using Ingest.Store.Entities;
using Ingest.Store.PageQueries.Imports;
using Ingest.Store.Writing;
using Insights;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using TestSupport;
using TestSupport.Files;
using Xunit;

namespace Ingest.Tests.Importing;

public sealed class ReplayTests
{
    private static readonly string[] Lines =
    [
        MadeUpBody.Header,
        "R1;03/02/2025;;locks;noise;;;;;fine",
        "R2;31/02/2025;;locks;noise;;;;;The pump was loud",
        "R3;03/02/2025;;canals;;;;;;",
        "R4;03/02/2025;;locks;;;;;;one;too many",
    ];

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task CorrectedRows_AreStoredAndTheAccountBalances(StorageProvider provider)
    {
        await using MadeUpBody body = MadeUpBody.Create(provider);
        string file = body.Write("a.csv", Lines);
        (await body.ImportAsync(file)).Total.ShouldBe(new ImportCounts(1, 0, 0, 3));
        List<RefusedRowDetail> refused = await RefusedAsync(body);

        ReplayReport report = await ReplayAsync(body, Change(refused[0], "Opened", "28/02/2025"), Change(refused[1], "Kind", "rivers"), new CorrectedRow(refused[2].Id, new Dictionary<string, string?>()));

        report.Counts.ShouldBe(new ImportCounts(2, 0, 0, 1));
        ReplayedImport import = report.Imports.ShouldHaveSingleItem();
        import.Before.ShouldBe(new ImportCounts(1, 0, 0, 3));
        import.After.ShouldBe(new ImportCounts(3, 0, 0, 1));
        import.After.Read.ShouldBe(import.Before.Read);
        await using InsightsDbContext context = body.Store.Open();
        ImportBatchRow batch = await context.ImportBatches.SingleAsync();
        (batch.Read, batch.Accepted, batch.Duplicates, batch.Updated, batch.Quarantined).ShouldBe((4, 3, 0, 0, 1));
        (await body.ComplaintsAsync()).Select(row => row.Reference).ShouldBe(["R1", "R2", "R4"]);
        (await context.StaleDays.CountAsync()).ShouldBe(0);
        (await context.DailyCounts.Where(count => count.Slice == "all").SumAsync(count => count.Complaints)).ShouldBe(3);
        QuarantinedRow open = await context.QuarantinedRows.SingleAsync(row => !row.Replayed);
        open.Column.ShouldBe("Kind");
        (await RefusedAsync(body)).Single().Row.Cells[3].ShouldBe("rivers", "the row is kept as it was last corrected");

        (await body.ImportAsync(file)).Total.ShouldBe(new ImportCounts(0, 3, 0, 1), "the file again finds its corrected rows");
        (await body.ComplaintsAsync()).Count.ShouldBe(3);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task RowReplayedTwice_CountsOnce(StorageProvider provider)
    {
        await using MadeUpBody body = MadeUpBody.Create(provider);
        await body.ImportAsync(body.Write("a.csv", Lines));
        CorrectedRow corrected = Change((await RefusedAsync(body))[0], "Opened", "28/02/2025");
        await ReplayAsync(body, corrected);

        ReplayReport again = await ReplayAsync(body, corrected);

        again.Counts.ShouldBe(default);
        again.Unknown.ShouldBe([corrected.Id]);
        await using InsightsDbContext context = body.Store.Open();
        ImportBatchRow batch = await context.ImportBatches.SingleAsync();
        (batch.Read, batch.Accepted, batch.Quarantined).ShouldBe((4, 2, 2));
    }

    [Fact]
    public async Task CorrectionOfARowThatIsThereAlready_IsADuplicateOrAnUpdate()
    {
        await using MadeUpBody body = MadeUpBody.Create();
        await body.ImportAsync(body.Write("a.csv", Lines));
        List<RefusedRowDetail> refused = await RefusedAsync(body);

        (await ReplayAsync(body, Change(refused[1], ("Kind", "locks"), ("Ref", "R1"), ("Subjects", "noise"), ("Story", "fine")))).Counts.ShouldBe(new ImportCounts(0, 1, 0, 0));
        (await ReplayAsync(body, Change(refused[0], ("Opened", "03/02/2025"), ("Ref", "R1")))).Counts.ShouldBe(new ImportCounts(0, 0, 1, 0));

        (await body.ComplaintsAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task CellsLeftBeyondTheColumns_AreRefusedAgain()
    {
        await using MadeUpBody body = MadeUpBody.Create();
        await body.ImportAsync(body.Write("a.csv", Lines));
        RefusedRowDetail tooLong = (await RefusedAsync(body))[2];

        (await ReplayAsync(body, new CorrectedRow(tooLong.Id, new Dictionary<string, string?>(), LeftOver: 1))).Counts.ShouldBe(new ImportCounts(0, 0, 0, 1));
    }

    [Fact]
    public async Task CorrectedWorkbook_IsReadByItsHeadings()
    {
        await using MadeUpBody body = MadeUpBody.Create();
        await body.ImportAsync(body.Write("a.csv", Lines));
        List<RefusedRowDetail> refused = await RefusedAsync(body);
        string path = body.PathOf("corrected.xlsx");
        new WorkbookWriter().Sheet("Rows", ["#row", "#found", "Opened", "Story"], [(double)refused[0].Id, "x", new DateOnly(2025, 2, 27), "'=loud"]).Save(path);

        IReadOnlyList<CorrectedRow> rows = CorrectionFile.Read(path);

        rows.Single().Cells.ShouldBe(new Dictionary<string, string?> { ["Opened"] = "2025-02-27", ["Story"] = "=loud" }, ignoreOrder: true);
        (await ReplayAsync(body, [.. rows])).Counts.Accepted.ShouldBe(1);
        (await body.ComplaintsAsync())[1].ReceivedOn.ShouldBe(new DateOnly(2025, 2, 27));
    }

    [Theory]
    [InlineData("Ref,Opened\n1,2\n", "no column '#row'")]
    [InlineData("#row,Ref\nseven,2\n", "line 2")]
    [InlineData("#row,Ref\n7,2,3\n", "3 cells")]
    public async Task FileThatIsNoCorrection_IsRefusedWithASentence(string content, string expected)
    {
        await using MadeUpBody body = MadeUpBody.Create();
        await File.WriteAllTextAsync(body.PathOf("x.csv"), content);

        Should.Throw<InputErrorException>(() => CorrectionFile.Read(body.PathOf("x.csv"))).Message.ShouldContain(expected);
    }

    private static CorrectedRow Change(RefusedRowDetail row, string column, string value) => Change(row, (column, value));

    private static CorrectedRow Change(RefusedRowDetail row, params (string Column, string? Value)[] changes) =>
        new(row.Id, changes.ToDictionary(change => change.Column, change => change.Value));

    private static async Task<List<RefusedRowDetail>> RefusedAsync(MadeUpBody body)
    {
        await using InsightsDbContext context = body.Store.Open();
        List<RefusedRowDetail> rows = [];
        long newest = await context.ImportBatches.MaxAsync(batch => batch.Id);
        await foreach (RefusedRowDetail row in new RefusedRowsQuery(context, body.Store.Options).OpenAsync(newest, CancellationToken.None))
        {
            rows.Add(row);
        }

        return rows;
    }

    private static Task<ReplayReport> ReplayAsync(MadeUpBody body, params CorrectedRow[] rows) =>
        new ReplayRun(body.Store.Options, DataFolder.Find(), TimeProvider.System).RunAsync(rows, CancellationToken.None);
}
