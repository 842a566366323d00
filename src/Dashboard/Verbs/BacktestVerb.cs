using System.CommandLine;
using System.Globalization;
using Ingest.Series;
using Insights;
using Insights.Evaluation;

namespace Dashboard.Verbs;

/// <summary><c>backtest</c>: the detection benchmark with all its measures beside the published rows, or anybody's own counts with outbreaks put into them.</summary>
public static class BacktestVerb
{
    private const double DefaultAlpha = 0.01;
    private const int PeriodsPerYear = 52;

    public static Command Create()
    {
        Option<string?> data = new("--data") { Description = "Folder of the detection benchmark." };
        Option<string?> input = new("--in") { Description = "Instead of --data: CSV with series,period,count of real weeks or months, into which outbreaks of known size are put." };
        Option<string?> from = new("--from") { Description = "With --in: first period judged. Default: as soon as there are three years before it." };
        Option<int> seed = new("--seed") { Description = "With --in: seed of the outbreaks. Default: 1.", DefaultValueFactory = _ => 1 };
        Option<double> alpha = new("--alpha") { Description = "False-alarm rate per period aimed at. Default: 0.01.", DefaultValueFactory = _ => DefaultAlpha };
        Option<bool> json = new("--json") { Description = "Print one JSON object." };
        Command command = new("backtest", "Runs the detection benchmark, or real counts with outbreaks put into them, and prints what would have been found.") { data, input, from, seed, alpha, json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(data) is null == result.GetValue(input) is null)
            {
                result.AddError("Give either --data with the folder of the detection benchmark, or --in with a file of counts.");
            }
        });
        command.SetAction((parseResult, _) => Task.FromResult(parseResult.GetValue(input) is { } file
            ? RunOwn(file, parseResult.GetValue(from), parseResult.GetValue(seed), parseResult.GetValue(alpha), parseResult.GetValue(json))
            : RunBenchmark(parseResult.GetValue(data)!, parseResult.GetValue(alpha), parseResult.GetValue(json))));
        return command;
    }

    private static int RunBenchmark(string folder, double alpha, bool json)
    {
        BenchmarkFolder benchmark = new(folder);
        IReadOnlyList<BenchmarkSeries> series = benchmark.ReadSeries();
        long start = TimeProvider.System.GetTimestamp();
        IReadOnlyList<JudgedSeries> judged = Backtest.OfSeriesDetector(PeriodsPerYear).Judge(series);
        double seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        BacktestResult all = Backtest.Measure(judged, alpha);
        BacktestResult sparse = Backtest.Measure(judged.Where(one => one.Series.Level < 1), alpha);
        if (json)
        {
            Console.WriteLine(JsonOutput.Line(new { alpha, seconds, all, sparse, published = benchmark.ReadPublished() }));
            return 0;
        }

        BacktestTable.PrintHeader(withSeconds: true);
        BacktestTable.PrintRow($"insights, alpha {alpha.ToString(CultureInfo.InvariantCulture)}", all, seconds / all.Series);
        BacktestTable.PrintRow($"insights, {sparse.Series} series with fewer than 1 a week", sparse);
        foreach (string[] row in benchmark.ReadPublished())
        {
            Console.WriteLine($"{row[0],-BacktestTable.NameWidth} {string.Join(' ', row.Skip(1).Select(cell => cell.PadLeft(7)))}");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{series.Count} series x 49 weeks x 2 runs in {seconds:F1} s on one core."));
        return 0;
    }

    private static int RunOwn(string path, string? from, int seed, double alpha, bool json)
    {
        SeriesFile file = SeriesFile.Read(path);
        int periodsPerYear = (int)file.Labels.PeriodsPerYear;
        long? first = from is null ? null : file.Labels.IndexOf(from)
            ?? throw new InputErrorException($"--from is \"{from}\". Expected a period as the file writes them, a {file.Labels.Unit.ToString().ToLowerInvariant()}.");
        OutbreakInjection injection = new(seed, periodsPerYear);
        BenchmarkSeries[] series = [.. file.Series.SelectMany(one => injection.Inject(one.Name, one.Counts, first is { } period ? (int)Math.Clamp(period - one.FirstPeriod, 0, one.Counts.Length) : 0))];
        if (series.Length == 0)
        {
            throw new InputErrorException($"{path}: no series can be tested. Expected at least one with {4 * periodsPerYear} periods, three years before the judged one, and ten complaints in them.");
        }

        IReadOnlyList<BacktestRow> rows = BacktestTable.Compare(series, file.Labels.PeriodsPerYear, alpha);
        if (json)
        {
            Console.WriteLine(JsonOutput.Line(new { alpha, seed, stretches = series.Length / OutbreakInjection.Sizes, rows }));
            return 0;
        }

        BacktestTable.Print(rows);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{series.Length / OutbreakInjection.Sizes} stretches of {periodsPerYear} periods of {series.DistinctBy(one => one.Name, StringComparer.Ordinal).Count()} real series, one outbreak of each size 1 to 10 (standard deviations) in each, seed {seed}. What the quiet runs raise may be real."));
        return 0;
    }
}
