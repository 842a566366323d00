using System.Diagnostics;
using System.Globalization;
using Ingest.DataFiles;
using Ingest.Profiles;
using TestSupport.Files;

namespace Benchmarks.Faults;

/// <summary>Reads damaged files of every format as an import does: no crash, no hang, no memory without end, every bad row and file named.</summary>
internal static class MutateBenchmark
{
    private const double BytesPerMebibyte = 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static int Run(int files, int firstNumber)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("insights-mutate-");
        ImportProfile profile = DataFolder.Find().LoadProfile("home-office-sample");
        (int accepted, int refused, int failures, int crashes, TimeSpan longest) = (0, 0, 0, 0, TimeSpan.Zero);
        for (int number = firstNumber; number < firstNumber + files; number++)
        {
            string path = MutatedFiles.Write(folder.FullName, number);
            DamagedContent content = MutatedFiles.ContentOf(number);
            long started = Stopwatch.GetTimestamp();
            Task<DamagedReading> reading = Task.Run(() => DamagedReading.Of(path, profile, content));
            try
            {
                if (!reading.Wait(Patience))
                {
                    Console.WriteLine($"{path} is still being read after {Patience.TotalSeconds} seconds.");
                    return 1;
                }

                (accepted, refused, failures) = (accepted + reading.Result.Accepted, refused + reading.Result.Refused, failures + reading.Result.Failures);
                File.Delete(path);
            }
            catch (AggregateException crash)
            {
                crashes++;
                Console.WriteLine($"{path}: {crash.InnerException}");
            }

            TimeSpan took = Stopwatch.GetElapsedTime(started);
            longest = took > longest ? took : longest;
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{files} files of {MutatedFiles.Formats.Count} formats: {accepted} rows accepted, {refused} refused by name, {failures} files refused by a sentence, {crashes} crashes; longest {longest.TotalMilliseconds:0} ms, peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / BytesPerMebibyte:0} MiB"));
        return crashes == 0 ? 0 : 1;
    }
}
