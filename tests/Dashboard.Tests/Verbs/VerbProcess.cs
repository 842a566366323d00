using System.Diagnostics;

namespace Dashboard.Tests.Verbs;

/// <summary>A verb run as an office's script runs it: a process, its two streams and its exit code.</summary>
/// <param name="ExitCode">0 done, 1 failed, 2 wrong usage.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Errors">Standard error: progress and sentences.</param>
internal sealed record VerbProcess(int ExitCode, string Output, string Errors)
{
    public static async Task<VerbProcess> RunAsync(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "insights.dll"), .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new VerbProcess(process.ExitCode, await output, await errors);
    }
}
