using System.CommandLine;
using System.Globalization;
using Ingest.Series;
using Insights.Evaluation;

namespace Dashboard.Verbs;

/// <summary><c>backtest</c>: the detection benchmark, all its measures, beside the published rows.</summary>
public static class BacktestVerb
{
    private const double DefaultAlpha = 0.01;
    private const int PeriodsPerYear = 52;

    /// <summary>The benchmark's first judged week is number 576.</summary>
    private const int FirstJudged = 575;

    public static Command Create()
    {
        Option<string> data = new("--data") { Description = "Folder of the detection benchmark.", Required = true };
        Option<double> alpha = new("--alpha") { Description = "False-alarm rate per period aimed at. Default: 0.01.", DefaultValueFactory = _ => DefaultAlpha };
        Option<bool> json = new("--json") { Description = "Print one JSON object." };
        Command command = new("backtest", "Runs the detection benchmark and prints its measures beside the published ones.") { data, alpha, json };
        command.SetAction((parseResult, _) => Task.FromResult(Run(parseResult.GetRequiredValue(data), parseResult.GetValue(alpha), parseResult.GetValue(json))));
        return command;
    }

    private static int Run(string folder, double alpha, bool json)
    {
        BenchmarkFolder benchmark = new(folder);
        IReadOnlyList<BenchmarkSeries> series = benchmark.ReadSeries();
        BenchmarkSeries[] sparse = [.. series.Where(one => one.Quiet.Take(FirstJudged).Average() < 1)];
        Backtest backtest = Backtest.OfSeriesDetector(alpha, PeriodsPerYear);
        long start = TimeProvider.System.GetTimestamp();
        BacktestResult all = backtest.Run(series, FirstJudged);
        double seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        BacktestResult fewer = backtest.Run(sparse, FirstJudged);
        if (json)
        {
            Console.WriteLine(JsonOutput.Line(new { alpha, seconds, all, sparse = fewer, published = benchmark.ReadPublished() }));
            return 0;
        }

        Console.WriteLine($"{"method",-44} {"FPR",7} {"POD",7} {"POD1",7} {"sens",7} {"spec",7} {"PPV",7} {"NPV",7} {"F1",7} {"delay",7} {"s",7}");
        PrintRow($"insights, alpha {alpha.ToString(CultureInfo.InvariantCulture)}", all, seconds / all.Series);
        PrintRow($"insights, {fewer.Series} series with fewer than 1 a week", fewer, double.NaN);
        foreach (string[] row in benchmark.ReadPublished())
        {
            Console.WriteLine($"{row[0],-44} {string.Join(' ', row.Skip(1).Select(cell => cell.PadLeft(7)))}");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{series.Count} series x 49 weeks x 2 runs in {seconds:F1} s on one core."));
        return 0;
    }

    private static void PrintRow(string name, BacktestResult result, double secondsPerSeries)
    {
        double[] measures =
        [
            result.FalsePositiveRate, result.ProbabilityOfDetection, result.ProbabilityOfDetectionInFirstPeriod, result.Sensitivity, result.Specificity,
            result.PositivePredictiveValue, result.NegativePredictiveValue, result.F1, result.MeanDelay, secondsPerSeries,
        ];
        Console.WriteLine($"{name,-44} {string.Join(' ', measures.Select(value => value.ToString("F4", CultureInfo.InvariantCulture).PadLeft(7)))}");
    }
}
