using System.Diagnostics;
using System.Globalization;
using Ingest;
using Ingest.DataFiles;
using Ingest.Profiles;
using Ingest.Store;
using Ingest.Validation;

namespace Benchmarks.Import;

/// <summary><c>import PROFILE FILE</c> or <c>import PROFILE ROWS</c>: end-to-end speed and memory of an import into a fresh SQLite file, which is kept when its name is given.</summary>
internal static class ImportBenchmark
{
    private const double BytesPerMebibyte = 1024 * 1024;

    public static async Task<int> RunAsync(string profileName, string fileOrRows, string? database)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("insights-bench-");
        try
        {
            DataFolder data = DataFolder.Find();
            string file = fileOrRows;
            if (int.TryParse(fileOrRows, NumberStyles.None, CultureInfo.InvariantCulture, out int rows))
            {
                file = Path.Combine(folder.FullName, "narratives.csv");
                NarrativeFile.Write(file, rows, data);
            }

            ImportProfile profile = data.LoadProfile(profileName);
            ImportRun run = new(StorageOptions.ForFile(database ?? Path.Combine(folder.FullName, "bench.db")), data, TimeProvider.System);
            TimeSpan processorBefore = Process.GetCurrentProcess().TotalProcessorTime;
            ImportReport report = await run.RunAsync([file], profile, null, CancellationToken.None);
            Process process = Process.GetCurrentProcess();
            double processorSeconds = (process.TotalProcessorTime - processorBefore).TotalSeconds;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Total.Read:N0} rows in {report.Seconds:0.0} s = {report.RowsPerSecond:N0} rows/s; {processorSeconds:0.0} s of processor time = {report.Total.Read / processorSeconds:N0} rows a processor second; peak memory {process.PeakWorkingSet64 / BytesPerMebibyte:N0} MiB"));
            Console.WriteLine(report.Total);
            return report.Failures.Count == 0 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
