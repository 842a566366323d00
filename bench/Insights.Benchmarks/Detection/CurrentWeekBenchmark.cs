using System.Diagnostics;
using System.Globalization;
using Ingest.Series;
using Insights.Detection;
using Insights.Detection.Harmonic;
using MathNet.Numerics.Distributions;

namespace Benchmarks.Detection;

/// <summary>What <c>detect --from</c> the newest week costs for many series of ten years: reading the file and judging apart, for a quarter, half and all of them.</summary>
internal static class CurrentWeekBenchmark
{
    private const int Seed = 4;
    private const int Weeks = 520;

    public static int Run(int series)
    {
        foreach (int part in new[] { series / 4, series / 2, series })
        {
            string path = Path.GetTempFileName();
            try
            {
                Write(path, part);
                Stopwatch watch = Stopwatch.StartNew();
                SeriesFile file = SeriesFile.Read(path);
                double read = watch.Elapsed.TotalSeconds;
                SeriesDetector detector = new(new DetectionOptions());
                HarmonicDesign design = new(Weeks, file.Labels.PeriodsPerYear);
                int alarms = file.Series.AsParallel().Sum(one =>
                    detector.Assess(new CountSeries(one.Counts, file.Labels.PeriodsPerYear, one.Populations), Weeks - 1, design).Count(verdict => verdict.IsAlarm));
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{part} series of {Weeks} weeks: {watch.Elapsed.TotalSeconds:0.0} seconds, of which {read:0.0} read; {alarms} alarms"));
            }
            finally
            {
                File.Delete(path);
            }
        }

        return 0;
    }

    private static void Write(string path, int series)
    {
        Random random = new(Seed);
        using StreamWriter writer = new(path);
        writer.Write("series,period,count\n");
        for (int index = 0; index < series; index++)
        {
            double mean = Math.Pow(10, (2 * random.NextDouble()) - 1);
            for (int week = 1; week <= Weeks; week++)
            {
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"s{index},{week},{Poisson.Sample(random, mean)}\n"));
            }
        }
    }
}
