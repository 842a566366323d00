using System.Reflection;
using System.Text.RegularExpressions;
using Dashboard.Setup;
using Ingest.Store;
using Insights.Complaints;

namespace Dashboard.Tests;

/// <summary>References point inward only, and nothing reads a clock of its own.</summary>
public sealed partial class ArchitectureTests
{
    [Theory]
    [InlineData("Microsoft.EntityFrameworkCore")]
    [InlineData("Microsoft.AspNetCore")]
    [InlineData("Insights.Ingest")]
    [InlineData("insights")]
    public void Insights_DoesNotReference(string prefix) => References(typeof(Period).Assembly).ShouldNotContain(name => Is(name, prefix));

    [Theory]
    [InlineData("Microsoft.AspNetCore")]
    [InlineData("insights")]
    public void Ingest_DoesNotReference(string prefix) => References(typeof(InsightsDbContext).Assembly).ShouldNotContain(name => Is(name, prefix));

    [Fact]
    public void Dashboard_ReferencesBoth() =>
        References(typeof(DashboardHost).Assembly).Where(name => name.StartsWith("Insights.", StringComparison.Ordinal)).ShouldBe(["Insights.Core", "Insights.Ingest"], ignoreOrder: true);

    [Fact]
    public void Sources_OfTheProduct_ReadNoHiddenClockAndNoUnseededRandomness() =>
        Lines("src", HiddenClock()).ShouldBeEmpty("time comes from TimeProvider, randomness from a seed");

    [Fact]
    public void Sources_OfTheCalculation_OpenNoFile() =>
        Lines(Path.Combine("src", "Insights"), FileAccess()).ShouldBeEmpty("files are opened by Ingest; the calculation is given streams and values");

    private static string[] Lines(string folder, Regex forbidden)
    {
        string sources = Path.Combine(RepositoryRoot(), folder);
        return [.. Directory.EnumerateFiles(sources, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules"))
            .SelectMany(file => File.ReadLines(file).Select((line, index) => (File: Path.GetRelativePath(sources, file), Line: index + 1, Text: line)))
            .Where(line => forbidden.IsMatch(line.Text))
            .Select(line => $"{line.File}:{line.Line} {line.Text.Trim()}")];
    }

    private static string[] References(Assembly assembly) => [.. assembly.GetReferencedAssemblies().Select(name => name.Name!)];

    private static bool Is(string name, string prefix) => string.Equals(name, prefix, StringComparison.Ordinal) || name.StartsWith(prefix + ".", StringComparison.Ordinal);

    internal static string RepositoryRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Insights.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }

    [GeneratedRegex(@"\b(?:DateTime|DateTimeOffset)\.(?:Now|UtcNow|Today)\b|\bRandom\.Shared\b|new Random\(\)|Environment\.TickCount", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HiddenClock();

    [GeneratedRegex(@"\b(?:File|Directory|FileStream|FileInfo|DirectoryInfo)\b\s*[.(]|new (?:FileStream|FileInfo|DirectoryInfo|HttpClient)\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FileAccess();
}
