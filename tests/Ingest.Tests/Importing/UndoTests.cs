using Ingest.DataFiles;
using Ingest.Store;
using Ingest.Store.Entities;
using Ingest.Store.Writing;
using Ingest.Undo;
using Insights;
using Insights.Classification;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Importing;

/// <summary>An undone import must leave the store as if it had never been, and doing it again must equal doing it afresh.</summary>
public sealed class UndoTests
{
    private const string Letter =
        "the keeper shouted at us and the noise of the pump went on all night long so that nobody on the boat could sleep and I want to know what the trust "
        + "will do about the pump and about the keeper before the season starts again because we have paid for the mooring in full since last spring";

    private static readonly string[] First =
    [
        MadeUpBody.Header,
        $"R1;03/02/2025;10/02/2025;locks;noise|litter;Old Bridge;40;Yes;£10;Dear trust {Letter} Kim",
        $"R2;04/02/2025;;moorings;;New Bridge;20;;;Dear trust {Letter} Olu",
        "R3;;;locks;fees;;;;;No date at all",
    ];

    private static readonly string[] Second =
    [
        MadeUpBody.Header,
        "R1;05/02/2025;10/02/2025;locks;litter;Old Bridge;44;No;£20;A new story of the turnstile",
        First[2],
        $"R4;06/02/2025;;moorings;noise;Third Bridge;70;;;Dear trust {Letter} Wren",
        "R5;32/02/2025;;locks;;;;;;refused",
        "R4;06/02/2025;;moorings;noise;Third Bridge;70;Yes;;Dear trust once more",
    ];

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task UndoneImport_LeavesTheStoreAsIfItHadNeverBeen(StorageProvider provider)
    {
        await using MadeUpBody untouched = MadeUpBody.Create(provider);
        await untouched.ImportAsync(untouched.Write("1.csv", First));
        await using MadeUpBody body = MadeUpBody.Create(provider);
        await body.ImportAsync(body.Write("1.csv", First));
        (await body.ImportAsync(body.Write("2.csv", Second))).Total.ShouldBe(new ImportCounts(1, 1, 2, 1));

        UndoReport report = await UndoAsync(body, 2);

        (report.Removed, report.Restored).ShouldBe((1, 1));
        (await ContentAsync(body)).ShouldBe(await ContentAsync(untouched));
        await using InsightsDbContext context = body.Store.Open();
        (await context.ImportBatches.SingleAsync(batch => batch.Id == 2)).State.ShouldBe(ImportState.Undone);
        (await context.QuarantinedRows.CountAsync()).ShouldBe(0);
        (await context.ComplaintVersions.CountAsync()).ShouldBe(0);
        ImportUndoRow undo = await context.ImportUndos.SingleAsync();
        (undo.ImportBatchId, undo.Removed, undo.Restored).ShouldBe((2, 1, 1));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task RedoneImport_EqualsAFreshOne(StorageProvider provider)
    {
        await using MadeUpBody fresh = MadeUpBody.Create(provider);
        await fresh.ImportAsync(fresh.Write("1.csv", First));
        await fresh.ImportAsync(fresh.Write("2.csv", Second));
        await using MadeUpBody body = MadeUpBody.Create(provider);
        await body.ImportAsync(body.Write("1.csv", First));
        string second = body.Write("2.csv", Second);
        await body.ImportAsync(second);
        await body.ImportAsync(second);
        await UndoAsync(body, 2);

        (await body.ImportAsync(second)).Total.ShouldBe(new ImportCounts(1, 1, 2, 1));

        (await ContentAsync(body)).ShouldBe(await ContentAsync(fresh));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ImportThatALaterOneChanged_LeavesTheHistoryWithoutAGap(StorageProvider provider)
    {
        await using MadeUpBody body = MadeUpBody.Create(provider);
        string Version(int day) => body.Write($"{day}.csv", MadeUpBody.Header, $"R1;0{day}/02/2025;;locks;;;;;;text {day}");
        foreach (int day in (int[])[1, 2, 3])
        {
            await body.ImportAsync(Version(day));
        }

        await UndoAsync(body, 2);
        (await body.ComplaintsAsync()).Single().ReceivedOn.ShouldBe(new DateOnly(2025, 2, 3), "the newest version stays");
        await using (InsightsDbContext context = body.Store.Open())
        {
            ComplaintVersionRow version = await context.ComplaintVersions.SingleAsync();
            (version.ImportBatchId, version.ReplacedByBatchId).ShouldBe((1, 3));
        }

        await UndoAsync(body, 3);
        ComplaintRow first = (await body.ComplaintsAsync()).Single();
        (first.ReceivedOn, first.ImportBatchId).ShouldBe((new DateOnly(2025, 2, 1), 1));

        await UndoAsync(body, 1);
        (await body.ComplaintsAsync()).ShouldBeEmpty();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task CodesOfTheModel_AreNotTakenForTheSources(StorageProvider provider)
    {
        await using MadeUpBody body = MadeUpBody.Create(provider);
        await body.ImportAsync(body.Write("1.csv", MadeUpBody.Header, "R1;03/02/2025;;;;;;;;the first text"));
        await PredictAsync(body, "locks", "noise");
        await body.ImportAsync(body.Write("2.csv", MadeUpBody.Header, "R1;03/02/2025;;;;;;;;another text"));

        await UndoAsync(body, 2);

        ComplaintRow row = (await body.ComplaintsAsync()).Single();
        row.BusinessArea.ShouldBeNull("the model has not read this text yet");
        row.ModelVersion.ShouldBeNull();
        await using InsightsDbContext context = body.Store.Open();
        (await context.Predictions.CountAsync()).ShouldBe(0);
        (await context.ComplaintThemes.CountAsync()).ShouldBe(0);
        await PredictAsync(body, "moorings", "fees");
        (await body.ComplaintsAsync()).Single().BusinessArea.ShouldBe("moorings");
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task UndoneText_IsFoundNoMore(StorageProvider provider)
    {
        await using MadeUpBody body = MadeUpBody.Create(provider);
        await body.ImportAsync(body.Write("1.csv", First));
        await body.ImportAsync(body.Write("2.csv", Second));
        (await FoundAsync(body, "turnstile")).ShouldBe(1);

        await UndoAsync(body, 2);

        (await FoundAsync(body, "turnstile")).ShouldBe(0);
        (await FoundAsync(body, "keeper")).ShouldBe(2);
    }

    [Fact]
    public async Task ImportThatCannotBeUndone_IsSaidSo()
    {
        await using MadeUpBody body = MadeUpBody.Create();
        await body.ImportAsync(body.Write("1.csv", First));
        await UndoAsync(body, 1);

        (await Should.ThrowAsync<InputErrorException>(() => UndoAsync(body, 1))).Message.ShouldContain("undone before");
        (await Should.ThrowAsync<InputErrorException>(() => UndoAsync(body, 77))).Message.ShouldContain("no import 77");
        await using (InsightsDbContext context = body.Store.Open())
        {
            await context.ImportBatches.ExecuteUpdateAsync(set => set.SetProperty(batch => batch.State, ImportState.Running));
        }

        (await Should.ThrowAsync<InputErrorException>(() => UndoAsync(body, 1))).Message.ShouldContain("still running");
    }

    private static Task<UndoReport> UndoAsync(MadeUpBody body, long batch) => new UndoRun(body.Store.Options, DataFolder.Find(), TimeProvider.System).RunAsync(batch, CancellationToken.None);

    private static async Task PredictAsync(MadeUpBody body, string area, string theme)
    {
        ComplaintRow row = (await body.ComplaintsAsync()).Single();
        ComplaintPrediction prediction = new()
        {
            BusinessArea = new(area, 0.9),
            Themes = [new ThemePrediction(theme, 0.8, [])],
            ComplaintType = new("service", 0.9),
            Remit = new("in", 0.9),
            NeedsReview = false,
        };
        await body.Archive().StorePredictionsAsync("river-trust", "m1", [new(row.Id, prediction)], CancellationToken.None);
    }

    private static async Task<int> FoundAsync(MadeUpBody body, string words)
    {
        await using InsightsDbContext context = body.Store.Open();
        return await context.Dialect.ComplaintsMatching(context, words).CountAsync();
    }

    /// <summary>All that pages and detection see, without numbers that only say in which order things came.</summary>
    private static async Task<List<string>> ContentAsync(MadeUpBody body)
    {
        await using InsightsDbContext context = body.Store.Open();
        using RawTextCipher cipher = RawTextCipher.Load(body.Store.Options, storeHoldsEncryptedRows: true);
        List<string> lines = [];
        foreach (ComplaintRow row in await body.ComplaintsAsync())
        {
            string[] themes = [.. (await context.ComplaintThemes.Where(theme => theme.ComplaintId == row.Id).Select(theme => theme.Theme + theme.Origin).ToListAsync()).Order(StringComparer.Ordinal)];
            string? text = await context.ComplaintTexts.Where(part => part.ComplaintId == row.Id).Select(part => part.RedactedText).SingleOrDefaultAsync();
            byte[] raw = await context.RawTexts.Where(part => part.ComplaintId == row.Id).Select(part => part.Encrypted).SingleAsync();
            bool hasSignature = await context.TextSignatures.AnyAsync(part => part.ComplaintId == row.Id);
            string campaign = row.CampaignId is { } id ? (await context.Complaints.SingleAsync(other => other.Id == id)).Reference : "";
            lines.Add($"{row.Reference}|{Convert.ToHexString(row.ContentHash)}|{row.CountedOn}|{row.RespondedOn}|{row.BusinessArea}|{row.Finding}|{row.RemedyPence}|{row.Organisation}|{row.NeedsReview}|{row.ModelVersion}|{campaign}|{string.Join(',', themes)}|{text}|{cipher.Decrypt(raw)}|{hasSignature}");
        }

        lines.AddRange((await context.DailyCounts.ToListAsync()).Select(count => $"{count.Slice}|{count.FirstCode}|{count.SecondCode}|{count.Day}|{count.Complaints}|{count.Distinct}|{count.Answered}|{count.AnsweredInTime}|{count.WithFinding}|{count.Upheld}").Order(StringComparer.Ordinal));
        lines.AddRange((await context.MonthlyCounts.ToListAsync()).Select(count => $"month {count.Slice}|{count.FirstCode}|{count.SecondCode}|{count.Month}|{count.Complaints}|{count.Distinct}|{count.Answered}|{count.AnsweredInTime}|{count.WithFinding}|{count.Upheld}").Order(StringComparer.Ordinal));
        lines.AddRange((await context.Denominators.ToListAsync()).Select(size => size.Code).Order(StringComparer.Ordinal));
        (await context.StaleDays.CountAsync()).ShouldBe(0);
        return lines;
    }
}
