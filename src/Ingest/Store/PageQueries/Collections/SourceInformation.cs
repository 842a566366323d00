namespace Ingest.Store.PageQueries.Collections;

/// <summary>Where a collection's numbers came from and when: every page shows it.</summary>
public sealed record SourceInformation
{
    public required int Complaints { get; init; }

    /// <summary>Complaints without the date the collection counts by: in no period of any chart.</summary>
    public required int Undated { get; init; }

    public DateOnly? FirstDay { get; init; }

    public DateOnly? NewestDay { get; init; }

    public string? NewestFile { get; init; }

    public DateTime? ImportedAtUtc { get; init; }

    public DateTime? AnalysedAtUtc { get; init; }

    /// <summary>The day the newest analysis looked from; the newest day of the data before the first analysis.</summary>
    public DateOnly? AsOf { get; init; }

    public string? ModelVersion { get; init; }
}
