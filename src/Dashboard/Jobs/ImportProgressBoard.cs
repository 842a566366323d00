using Ingest.Validation;

namespace Dashboard.Jobs;

/// <summary>How far the import of this process has come, for the page that shows it.</summary>
public sealed class ImportProgressBoard : IProgress<ImportProgress>
{
    private volatile StrongBox? latest;

    public void Report(ImportProgress value) => latest = new StrongBox(value);

    /// <summary>The share of the file that has been read, 0 to 1; null when this process is not reading it.</summary>
    public double? FractionOf(string shortName) =>
        latest is { } box && box.Value.FileName.EndsWith(shortName, StringComparison.Ordinal) ? box.Value.Fraction : null;

    private sealed record StrongBox(ImportProgress Value);
}
