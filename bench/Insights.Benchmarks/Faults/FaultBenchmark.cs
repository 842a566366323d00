using System.Globalization;
using Ingest;
using Ingest.DataFiles;
using Ingest.Store;
using Ingest.Validation;

namespace Benchmarks.Faults;

/// <summary>
/// <c>faults kill RUNS SEED</c>: imports killed at random points. <c>faults mutate FILES SEED</c>: damaged files of every format.
/// <c>faults import …</c> is the process that gets killed.
/// </summary>
internal static class FaultBenchmark
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        switch (arguments)
        {
            case ["kill", string runs, string seed]:
                return await KillBenchmark.RunAsync(int.Parse(runs, CultureInfo.InvariantCulture), int.Parse(seed, CultureInfo.InvariantCulture));
            case ["mutate", string files, string seed]:
                return MutateBenchmark.Run(int.Parse(files, CultureInfo.InvariantCulture), int.Parse(seed, CultureInfo.InvariantCulture));
            case ["import", string provider, string connectionString, string keyFile, string profile, string file]:
                StorageOptions storage = new() { Provider = Enum.Parse<StorageProvider>(provider), ConnectionString = connectionString, KeyFile = keyFile };
                DataFolder data = DataFolder.Find();
                ImportReport report = await new ImportRun(storage, data, TimeProvider.System).RunAsync([file], data.LoadProfile(profile), null, CancellationToken.None);
                foreach (string failure in report.Failures)
                {
                    await Console.Error.WriteLineAsync(failure);
                }

                return report.Failures.Count == 0 ? 0 : 1;
            default:
                await Console.Error.WriteLineAsync("Expected: faults kill RUNS SEED | faults mutate FILES SEED");
                return 2;
        }
    }
}
