using System.ComponentModel.DataAnnotations;
using Insights.Detection.Scanning;

namespace Insights;

/// <summary>Settings of an analysis.</summary>
public sealed record AnalysisOptions
{
    public ScanOptions Scan { get; init; } = new();

    /// <summary>Complaints classified and stored in one transaction. Default 1000.</summary>
    [Range(1, 100_000)]
    public int BatchSize { get; init; } = 1000;
}
