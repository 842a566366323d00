using Insights.Complaints;

namespace Ingest.Store.PageQueries.Collections;

/// <summary>Where a collection's numbers came from and when: every page shows it.</summary>
public sealed record SourceInformation
{
    public required int Complaints { get; init; }

    /// <summary>Complaints without the date the collection counts by: in no period of any chart.</summary>
    public required int Undated { get; init; }

    /// <summary>Complaints with both a received and a response date.</summary>
    public required int Answered { get; init; }

    /// <summary>Complaints with any finding.</summary>
    public required int WithFinding { get; init; }

    /// <summary>Dimensions in which at least one complaint has a code.</summary>
    public required IReadOnlyList<Dimension> UsedDimensions { get; init; }

    public DateOnly? FirstDay { get; init; }

    public DateOnly? NewestDay { get; init; }

    public string? NewestFile { get; init; }

    public DateTime? ImportedAtUtc { get; init; }

    public DateTime? AnalysedAtUtc { get; init; }

    /// <summary>The day the newest analysis looked from; the newest day of the data before the first analysis.</summary>
    public DateOnly? AsOf { get; init; }

    public string? ModelVersion { get; init; }
}
