using System.Globalization;
using Benchmarks.Analysis;
using Benchmarks.Classification;
using Benchmarks.Detection;
using Benchmarks.Faults;
using Benchmarks.Import;
using Benchmarks.Pages;
using Benchmarks.Redaction;

switch (args)
{
    case ["redaction", .. string[] rest]:
        return RedactionBenchmark.Run(rest);
    case ["classification", "experiment", .. string[] rest]:
        return ClassificationExperiment.Run(rest);
    case ["replay", string stream, string folder, .. string[] rest]:
        return ReplayBenchmark.Run(stream, folder, rest);
    case ["current-week", string series]:
        return CurrentWeekBenchmark.Run(int.Parse(series, CultureInfo.InvariantCulture));
    case ["scale", string series]:
        return ScaleBenchmark.Run(int.Parse(series, CultureInfo.InvariantCulture));
    case ["classification", "measure", .. string[] rest]:
        return ClassifierBenchmark.Run(rest);
    case ["import", string profile, string fileOrRows]:
        return await ImportBenchmark.RunAsync(profile, fileOrRows, null);
    case ["import", string profile, string fileOrRows, string database]:
        return await ImportBenchmark.RunAsync(profile, fileOrRows, database);
    case ["import-stages", string profile, string rows]:
        return StageBenchmark.Run(profile, int.Parse(rows, CultureInfo.InvariantCulture));
    case ["pages", string database, string rows]:
        return await PagesBenchmark.RunAsync(database, int.Parse(rows, CultureInfo.InvariantCulture));
    case ["faults", .. string[] rest]:
        return await FaultBenchmark.RunAsync(rest);
    case ["fresh", .. string[] seeds]:
        return FreshSeries.Run([.. seeds.Select(seed => int.Parse(seed, CultureInfo.InvariantCulture))]);
    case ["counts", string stream, string folder, string output]:
        return SeriesOfStream.Write(stream, folder, output);
    case ["calibrate", .. string[] rest]:
        return CalibrationBenchmark.Run(rest);
    default:
        Console.WriteLine("Benchmarks: see bench/README.md.");
        return 0;
}
