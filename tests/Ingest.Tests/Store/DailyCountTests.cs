using Ingest.DataFiles;
using Ingest.Replay;
using Ingest.Store;
using Ingest.Store.Counting;
using Ingest.Store.Entities;
using Ingest.Tests.Importing;
using Ingest.Undo;
using Insights.Classification;
using Insights.Clocks;
using Insights.Complaints;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Store;

/// <summary>Counts are right when they say what a count over the complaints says, whatever came before.</summary>
public sealed class DailyCountTests
{
    private const int Rounds = 6;
    private const int References = 60;
    private const int Kinds = 5;
    private const int Operations = 15;

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AnySequenceOfImportsAndPredictions_LeavesCountsThatEqualACount(StorageProvider provider)
    {
        await using MadeUpBody body = MadeUpBody.Create(provider);
        Random random = new(20250203);
        List<string> files = [];
        for (int round = 0; round < Rounds; round++)
        {
            string[] lines = [MadeUpBody.Header, .. Enumerable.Range(0, 40).Select(_ => RandomLine(random))];
            files.Add(body.Write($"{round}.csv", lines));
            await body.ImportAsync(files[random.Next(files.Count)]);
            await body.ImportAsync(files[^1]);
            await AssertCountsAsync(body);
            await PredictAsync(body, random, $"model-{round % 2}");
            await AssertCountsAsync(body);
        }
    }

    /// <summary>What an office does, in any order: files in, the same again, one taken back, refused rows corrected, another model, the analysis.</summary>
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AnySequenceOfOperations_LeavesCountsThatEqualACount(StorageProvider provider)
    {
        await using MadeUpBody body = MadeUpBody.Create(provider);
        Random random = new(20261129);
        List<string> files = [];
        HashSet<string> done = new(StringComparer.Ordinal);
        int[] kinds = [.. Enumerable.Range(0, Operations).Select(operation => operation % Kinds)];
        random.Shuffle(kinds);

        // The first two make sure that there is something to take back and to correct.
        foreach (int kind in (IEnumerable<int>)[0, 0, .. kinds])
        {
            done.Add(await OperateAsync(body, random, files, kind));
            await AssertCountsAsync(body);
        }

        done.Remove("nothing");
        done.Order(StringComparer.Ordinal).ToArray().ShouldBe(["again", "import", "predict", "replay", "undo"], customMessage: "chance must have tried everything; another seed if not");
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task NewSlicesInTheProfile_AreCountedForAllDays(StorageProvider provider)
    {
        await using MadeUpBody body = MadeUpBody.Create(provider);
        Random random = new(7);
        await body.ImportAsync(body.Write("1.csv", [MadeUpBody.Header, .. Enumerable.Range(0, 40).Select(_ => RandomLine(random))]));
        File.WriteAllText(body.ProfilePath, File.ReadAllText(body.ProfilePath).Replace("Theme+Organisation", "BusinessArea+Finding", StringComparison.Ordinal));

        await body.ImportAsync(body.Write("2.csv", MadeUpBody.Header, RandomLine(random)));

        await AssertCountsAsync(body);
        await using InsightsDbContext context = body.Store.Open();
        (await context.DailyCounts.AnyAsync(count => count.Slice == "Theme+Organisation")).ShouldBeFalse();
        (await context.DailyCounts.AnyAsync(count => count.Slice == "BusinessArea+Finding")).ShouldBeTrue();
    }

    private static async Task<string> OperateAsync(MadeUpBody body, Random random, List<string> files, int kind)
    {
        switch (kind)
        {
            case 0:
                files.Add(body.Write($"{files.Count}.csv", [MadeUpBody.Header, .. Enumerable.Range(0, 30).Select(row => row % 7 == 0 ? RefusedLine(random) : RandomLine(random))]));
                await body.ImportAsync(files[^1]);
                return "import";
            case 1:
                await body.ImportAsync(files[random.Next(files.Count)]);
                return "again";
            case 2:
                return await UndoOneAsync(body, random) ? "undo" : "nothing";
            case 3:
                return await CorrectSomeAsync(body, random) ? "replay" : "nothing";
            default:
                await PredictAsync(body, random, $"model-{random.Next(3)}");
                return "predict";
        }
    }

    private static async Task<bool> UndoOneAsync(MadeUpBody body, Random random)
    {
        await using InsightsDbContext context = body.Store.Open();
        long[] imports = await context.ImportBatches.Where(batch => batch.State == ImportState.Finished).OrderBy(batch => batch.Id).Select(batch => batch.Id).ToArrayAsync();
        if (imports.Length == 0)
        {
            return false;
        }

        await new UndoRun(body.Store.Options, DataFolder.Find(), TimeProvider.System).RunAsync(imports[random.Next(imports.Length)], CancellationToken.None);
        return true;
    }

    private static async Task<bool> CorrectSomeAsync(MadeUpBody body, Random random)
    {
        await using InsightsDbContext context = body.Store.Open();
        long[] refused = await context.QuarantinedRows.Where(row => !row.Replayed).OrderBy(row => row.Id).Select(row => row.Id).ToArrayAsync();
        CorrectedRow[] corrected = [.. refused.Where(_ => random.Next(2) == 0).Select(id => new CorrectedRow(id, new Dictionary<string, string?> { ["Opened"] = $"2025-0{1 + random.Next(4)}-15" }))];
        return corrected.Length > 0
            && (await new ReplayRun(body.Store.Options, DataFolder.Find(), TimeProvider.System).RunAsync(corrected, CancellationToken.None)).Counts.Read > 0;
    }

    private static string RefusedLine(Random random)
    {
        string[] cells = RandomLine(random).Split(';');
        cells[1] = "2025-02-31";
        return string.Join(';', cells);
    }

    private static string RandomLine(Random random)
    {
        string opened = random.Next(10) == 0 ? "" : new DateOnly(2025, 1, 20).AddDays(random.Next(20)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        string answered = random.Next(2) == 0 ? "" : new DateOnly(2025, 1, 10).AddDays(random.Next(20)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        string story = random.Next(3) == 0 ? "" : $"Story {random.Next(5)} " + string.Join(' ', Enumerable.Range(0, 60).Select(word => $"w{word + random.Next(2)}"));
        return string.Join(';', [
            $"R{random.Next(References)}", opened, answered, Pick(random, "", "locks", "moorings"), Pick(random, "", "noise", "noise|litter"),
            Pick(random, "", "Old Bridge", "New Bridge"), "", Pick(random, "", "Yes", "No"), "", story]);
    }

    private static string Pick(Random random, params string[] choices) => choices[random.Next(choices.Length)];

    private static async Task PredictAsync(MadeUpBody body, Random random, string model)
    {
        DatabaseArchive archive = body.Archive();
        await foreach (IReadOnlyList<ArchivedText> batch in archive.UnclassifiedAsync("river-trust", model, 7, CancellationToken.None))
        {
            await archive.StorePredictionsAsync(
                "river-trust",
                model,
                [.. batch.Select(text => KeyValuePair.Create(text.ComplaintId, new ComplaintPrediction
                {
                    BusinessArea = new CodePrediction(Pick(random, "locks", "moorings"), 0.75),
                    ComplaintType = new CodePrediction("service", 0.5),
                    Remit = new CodePrediction("in", 0.5),
                    Themes = [new ThemePrediction(Pick(random, "noise", "fees"), 0.5, [])],
                    NeedsReview = random.Next(2) == 0,
                }))],
                CancellationToken.None);
        }

        await archive.DailyCountsAsync("river-trust", Slice.All, DateOnly.MaxValue, CancellationToken.None);
    }

    private static async Task AssertCountsAsync(MadeUpBody body)
    {
        await using InsightsDbContext context = body.Store.Open();
        (await context.StaleDays.CountAsync()).ShouldBe(0);
        List<ComplaintRow> complaints = await context.Complaints.AsNoTracking().ToListAsync();
        ILookup<long, string> themes = (await context.ComplaintThemes.AsNoTracking().ToListAsync()).ToLookup(theme => theme.ComplaintId, theme => theme.Theme);
        WorkingDayCalendar calendar = DataFolder.Find().LoadCalendar("england-and-wales");
        ComplaintCollection collection = body.LoadProfile().Collection;
        List<string> expected = [];
        foreach (Slice slice in CountedSlices.For(collection))
        {
            var cells = complaints
                .SelectMany(row => Codes(row, themes, slice.First).SelectMany(first => Codes(row, themes, slice.Second).Select(second => (row, first, second))))
                .GroupBy(cell => (cell.first, cell.second, Day: cell.row.CountedOn ?? DailyCountRow.Undated));
            expected.AddRange(cells.Select(cell => Line(
                slice.ToString(), cell.Key.first, cell.Key.second, cell.Key.Day,
                cell.Count(),
                cell.Select(entry => entry.row.CampaignId ?? -entry.row.Id).Distinct().Count(),
                cell.Count(entry => entry.row.ReceivedOn is not null && entry.row.RespondedOn is not null),
                cell.Count(entry => entry.row is { ReceivedOn: { } received, RespondedOn: { } responded } && IsWithinFiveDays(calendar, received, responded)),
                cell.Count(entry => entry.row.Finding is not null),
                cell.Count(entry => entry.row.Finding is "agreed"))));
        }

        List<string> stored = [.. (await context.DailyCounts.AsNoTracking().ToListAsync()).Select(row => Line(
            row.Slice, row.FirstCode, row.SecondCode, row.Day, row.Complaints, row.Distinct, row.Answered, row.AnsweredInTime, row.WithFinding, row.Upheld))];
        stored.Except(expected, StringComparer.Ordinal).ShouldBeEmpty();
        expected.Except(stored, StringComparer.Ordinal).ShouldBeEmpty();
        stored.Count.ShouldBe(expected.Count);
        await AssertMonthsAsync(context);
    }

    /// <summary>The months say what their days add up to, no more and no fewer.</summary>
    private static async Task AssertMonthsAsync(InsightsDbContext context)
    {
        List<DailyCountRow> days = await context.DailyCounts.AsNoTracking().ToListAsync();
        string[] expected = [.. days
            .GroupBy(day => (day.Slice, day.FirstCode, day.SecondCode, Month: new DateOnly(day.Day.Year, day.Day.Month, 1)))
            .Select(month => Line(
                month.Key.Slice, month.Key.FirstCode, month.Key.SecondCode, month.Key.Month, month.Sum(day => day.Complaints), month.Sum(day => day.Distinct),
                month.Sum(day => day.Answered), month.Sum(day => day.AnsweredInTime), month.Sum(day => day.WithFinding), month.Sum(day => day.Upheld)))
            .Order(StringComparer.Ordinal)];
        (await context.MonthlyCounts.AsNoTracking().ToListAsync())
            .Select(row => Line(
                row.Slice, row.FirstCode, row.SecondCode, row.Month, row.Complaints, row.Distinct, row.Answered, row.AnsweredInTime, row.WithFinding, row.Upheld))
            .Order(StringComparer.Ordinal)
            .ShouldBe(expected);
    }

    // An answer on the Saturday after the last working day is late, though no working day lies between.
    private static bool IsWithinFiveDays(WorkingDayCalendar calendar, DateOnly received, DateOnly responded) =>
        calendar.WorkingDaysBetween(received, responded) is { } days && (days < 5 || (days == 5 && calendar.IsWorkingDay(responded)));

    private static string Line(string slice, string first, string second, DateOnly day, params int[] numbers) =>
        FormattableString.Invariant($"{slice}|{first}|{second}|{day:yyyy-MM-dd}|{string.Join('|', numbers)}");

    private static IEnumerable<string> Codes(ComplaintRow row, ILookup<long, string> themes, Dimension? dimension) => dimension switch
    {
        null => [""],
        Dimension.Theme => themes[row.Id].DefaultIfEmpty(""),
        { } other => [Ingest.Store.Writing.Codes.Of(row, other) ?? ""],
    };
}
