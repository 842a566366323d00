using System.Diagnostics;
using System.Globalization;
using Ingest;
using Ingest.DataFiles;
using Ingest.Store;
using Ingest.Validation;

namespace Dashboard.Tests.Faults;

/// <summary>The program itself, importing in a process of its own that can be killed or starved.</summary>
internal static class ImportProcess
{
    /// <summary>What a shell reports for a process ended by SIGKILL: 128 + 9.</summary>
    public const int Killed = 137;

    private const string Profile = "home-office-sample";

    /// <summary>Rows without text, so that the redactor and the model need not be loaded; every 50th is refused.</summary>
    public static string WriteFile(DirectoryInfo folder, int rows)
    {
        const int RefusedEvery = 50;
        const int Days = 90;
        string file = Path.Combine(folder.FullName, "complaints.csv");
        DateOnly first = new(2025, 1, 1);
        File.WriteAllLines(file, Enumerable.Range(0, rows)
            .Select(row => (Row: row, Day: first.AddDays(row % Days).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)))
            .Select(made => $"C{made.Row},{(made.Row % RefusedEvery == 0 ? "31/02/2025" : made.Day)},,,,Service,Office {made.Row % 7},Email,,Upheld,,,")
            .Prepend("CaseReference,DateReceived,DateOfEvent,DateResponded,DateClosed,CaseCategory,Office,Channel,Route,Outcome,Remedy,RemedyAmount,Narrative"));
        return file;
    }

    /// <summary>An import that nothing disturbs needs no process of its own: what it knows of an earlier one lies in the store alone.</summary>
    public static async Task RunHereAsync(StorageOptions storage, string file)
    {
        DataFolder data = DataFolder.Find();
        ImportReport report = await new ImportRun(storage, data, TimeProvider.System).RunAsync([file], data.LoadProfile(Profile), null, CancellationToken.None);
        report.Failures.ShouldBeEmpty();
    }

    public static Process Start(StorageOptions storage, string file) => Start(storage, "dotnet", [Program, "import", file, "--profile", Profile]);

    /// <summary>The same where no file may grow beyond a size: what a full disk is to the program, without filling a disk.</summary>
    public static Process StartWithFileLimit(StorageOptions storage, string file, int kibibytes) => Start(
        storage, "bash", ["-c", $"trap '' XFSZ; ulimit -f {kibibytes}; exec dotnet '{Program}' import '{file}' --profile {Profile}"]);

    private static string Program => Path.Combine(AppContext.BaseDirectory, "insights.dll");

    private static Process Start(StorageOptions storage, string program, string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["Storage__Provider"] = storage.Provider.ToString();
        start.Environment["Storage__ConnectionString"] = storage.ConnectionString;
        start.Environment["Storage__KeyFile"] = storage.KeyFile;

        // The compiler's double-mapped memory is a file too, and a large one.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return Process.Start(start)!;
    }
}
