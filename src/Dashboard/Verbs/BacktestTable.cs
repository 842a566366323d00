using System.Globalization;
using Insights.Evaluation;

namespace Dashboard.Verbs;

/// <summary>Measures of detectors as rows of a table.</summary>
public static class BacktestTable
{
    public const int NameWidth = 44;

    private static readonly (string Title, Func<BenchmarkSeries, bool> Holds)[] Groups =
    [
        ("all", _ => true),
        ("fewer than 1 a period", series => series.Level < 1),
        ("1 to 5 a period", series => series.Level is >= 1 and < 5),
        ("5 to 20 a period", series => series.Level is >= 5 and < 20),
        ("20 or more a period", series => series.Level >= 20),
        ("size 1 to 3", series => series.Size is >= 1 and <= 3),
        ("size 4 to 6", series => series.Size is >= 4 and <= 6),
        ("size 7 to 10", series => series.Size >= 7),
    ];

    /// <summary>
    /// Our detector and the reference method, as published and without its five-in-four rule, on the same series in one run. On real counts each raises more than
    /// asked for, so ours stands there once more at the rate that raises as much on the quiet runs as the reference method.
    /// </summary>
    public static IReadOnlyList<BacktestRow> Compare(IReadOnlyList<BenchmarkSeries> series, double periodsPerYear, double alpha)
    {
        IReadOnlyList<JudgedSeries> ours = Judge(Backtest.OfSeriesDetector(periodsPerYear), series);
        IReadOnlyList<JudgedSeries> published = Judge(Backtest.OfFarringtonFlexible((int)periodsPerYear, needsFiveCases: true), series);
        IReadOnlyList<JudgedSeries> without = Judge(Backtest.OfFarringtonFlexible((int)periodsPerYear, needsFiveCases: false), series);
        string rate = alpha.ToString(CultureInfo.InvariantCulture);
        (string Name, IReadOnlyList<JudgedSeries> Judged, double Alpha)[] methods =
        [
            ($"Farrington flexible {rate}", published, alpha),
            ($"Farrington flexible {rate}, no 5-in-4", without, alpha),
            ($"insights {rate}", ours, alpha),
            ("insights at Farrington's rate", ours, Backtest.AlphaFor(ours, Backtest.Measure(published, alpha).FalsePositiveRate)),
            ("insights at its rate without 5-in-4", ours, Backtest.AlphaFor(ours, Backtest.Measure(without, alpha).FalsePositiveRate)),
        ];
        return [.. Groups.SelectMany(group => methods
            .Select(method => (method.Name, Members: method.Judged.Where(one => group.Holds(one.Series)).ToArray(), method.Alpha))
            .Where(method => method.Members.Length > 0)
            .Select(method => RowOf(method.Name, group.Title, Backtest.Measure(method.Members, method.Alpha))))];
    }

    public static void Print(IReadOnlyList<BacktestRow> rows)
    {
        foreach (IGrouping<string, BacktestRow> group in rows.GroupBy(row => row.Group, StringComparer.Ordinal))
        {
            Console.WriteLine($"{$"{group.Key} ({group.First().Outbreaks} outbreaks)",-NameWidth} {"FPR",7} {"POD",7} {"POD1",7} {"F1",7} {"delay",7}");
            foreach (BacktestRow row in group)
            {
                Console.WriteLine($"  {row.Method,-NameWidth + 2} {Cells(row.FalsePositiveRate, row.ProbabilityOfDetection, row.ProbabilityOfDetectionInFirstPeriod, row.F1, row.MeanDelay)}");
            }
        }
    }

    public static void PrintHeader(bool withSeconds) =>
        Console.WriteLine($"{"method",-NameWidth} {"FPR",7} {"POD",7} {"POD1",7} {"sens",7} {"spec",7} {"PPV",7} {"NPV",7} {"F1",7} {"delay",7}{(withSeconds ? $" {"s",7}" : "")}");

    public static void PrintRow(string name, BacktestResult result, double? secondsPerSeries = null) => Console.WriteLine($"{name,-NameWidth} " + Cells(
        result.FalsePositiveRate, result.ProbabilityOfDetection, result.ProbabilityOfDetectionInFirstPeriod, result.Sensitivity, result.Specificity,
        result.PositivePredictiveValue, result.NegativePredictiveValue, result.F1, result.MeanDelay, secondsPerSeries));

    private static JudgedSeries[] Judge(Backtest backtest, IReadOnlyList<BenchmarkSeries> series) =>
        [.. series.Chunk(OutbreakInjection.Sizes).AsParallel().AsOrdered().SelectMany(chunk => backtest.Judge(chunk))];

    private static string Cells(params double?[] values) =>
        string.Join(' ', values.Select(value => (value is { } number && double.IsFinite(number) ? number.ToString("F4", CultureInfo.InvariantCulture) : "").PadLeft(7)));

    private static BacktestRow RowOf(string method, string group, BacktestResult result) => new(
        method, group, result.Series, Finite(result.FalsePositiveRate), Finite(result.ProbabilityOfDetection), Finite(result.ProbabilityOfDetectionInFirstPeriod), Finite(result.F1), Finite(result.MeanDelay));

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
