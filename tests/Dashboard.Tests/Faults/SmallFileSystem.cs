using System.Diagnostics;
using System.Globalization;

namespace Dashboard.Tests.Faults;

/// <summary>A file system of its own in memory that is soon full, as a disk is. Mounting one takes a right that few accounts have.</summary>
internal sealed class SmallFileSystem : IDisposable
{
    private const int ProbeKibibytes = 64;

    private SmallFileSystem(DirectoryInfo folder) => Folder = folder;

    /// <summary>Why none can be had here; null when one can.</summary>
    public static string? Absent { get; } = Probe();

    public DirectoryInfo Folder { get; }

    public static SmallFileSystem Mount(int kibibytes)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("insights-small-");
        if (Run("mount", "-t", "tmpfs", "-o", Size(kibibytes), "tmpfs", folder.FullName))
        {
            return new SmallFileSystem(folder);
        }

        folder.Delete();
        throw new InvalidOperationException("No file system could be mounted.");
    }

    public void Grow(int kibibytes) => Run("mount", "-o", $"remount,{Size(kibibytes)}", Folder.FullName).ShouldBeTrue();

    public void Dispose()
    {
        // Lazily: the pooled connections of this process may still hold the store.
        Run("umount", "--lazy", Folder.FullName);
        Folder.Delete();
    }

    private static string Size(int kibibytes) => string.Create(CultureInfo.InvariantCulture, $"size={kibibytes}k");

    private static string? Probe()
    {
        try
        {
            using SmallFileSystem probe = Mount(ProbeKibibytes);
            return null;
        }
        catch (InvalidOperationException)
        {
            return "Needs the right to mount a file system in memory (root on Linux).";
        }
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // There is no such program: not Linux.
            return false;
        }
    }
}
