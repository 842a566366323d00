using System.Globalization;
using Insights.Detection;
using Insights.Evaluation;

namespace Benchmarks.Detection;

/// <summary>Learns the table that turns outbreak scores into p-values, and states the false-alarm rate of the table in use on other simulated series.</summary>
internal static class CalibrationBenchmark
{
    private const int LearningSeed = 20261;
    private const int CheckingSeed = 70451;
    private const int LearnedSeries = 20_000;
    private const int CheckedSeries = 4_000;
    private const int PublishedSeriesOfEachKind = 100;
    private const int JudgedPeriods = 49;
    private const int PeriodsPerYear = 52;
    private const int CheckedLength = 624;
    private static readonly double[] Alphas = [0.001, 0.005, 0.01, 0.02, 0.05];

    /// <summary><c>calibrate</c> prints the table's rows as they stand in ScoreCalibrationTable.cs; <c>calibrate check</c> the alarm rates of the table in use.</summary>
    public static int Run(string[] arguments)
    {
        switch (arguments)
        {
            case []:
                PrintTable(new ScoreCalibrationTrainer(LearningSeed).Learn(LearnedSeries));
                return 0;
            case ["check"]:
                PrintAlarmRates(CheckingSeed);
                return 0;
            case ["published", string seed] when int.TryParse(seed, CultureInfo.InvariantCulture, out int number):
                PublishedSeries.PrintAlarmRate(number, PublishedSeriesOfEachKind);
                return 0;
            case ["check", string seed] when int.TryParse(seed, CultureInfo.InvariantCulture, out int number):
                PrintAlarmRates(number);
                return 0;
            default:
                Console.Error.WriteLine("Expected: calibrate [check [seed] | published seed]");
                return 2;
        }
    }

    private static void PrintTable(double[][][] scores)
    {
        foreach (double[][] row in scores)
        {
            Console.WriteLine("        [");
            foreach (double[] cell in row)
            {
                string numbers = string.Join(", ", cell.Select(score => Math.Round(score, 3).ToString(CultureInfo.InvariantCulture)));
                Console.WriteLine($"            [{numbers}],");
            }

            Console.WriteLine("        ],");
        }
    }

    private static void PrintAlarmRates(int seed)
    {
        SeriesDetector detector = new(new DetectionOptions { ComputesRange = false });
        SeriesSimulator simulator = new(seed);
        List<double> values = [];
        for (int index = 0; index < CheckedSeries; index++)
        {
            CountSeries series = new(simulator.Next(CheckedLength, JudgedPeriods, PeriodsPerYear).Counts, PeriodsPerYear);
            values.AddRange(detector.Assess(series, CheckedLength - JudgedPeriods).Select(assessment => assessment.PValue));
        }

        foreach (double alpha in Alphas)
        {
            double rate = values.Count(value => value <= alpha) / (double)values.Count;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"alpha {alpha}: {rate:0.00000} of {values.Count} quiet periods"));
        }
    }
}
