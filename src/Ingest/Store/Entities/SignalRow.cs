namespace Ingest.Store.Entities;

/// <summary>A signal as the newest analysis that raised it saw it, with what people decided since.</summary>
public sealed class SignalRow
{
    public long Id { get; set; }

    /// <summary>The analysis that last raised it.</summary>
    public long AnalysisRunId { get; set; }

    public int CollectionId { get; set; }

    /// <summary>A signal that grows, or whose <see cref="Since"/> moves, keeps its number and its decisions from run to run (<c>SignalMatching</c>).</summary>
    public required string Slice { get; set; }

    public required string FirstCode { get; set; }

    public required string SecondCode { get; set; }

    public DateOnly Since { get; set; }

    public int Rank { get; set; }

    public required string Title { get; set; }

    /// <summary>Name of the interval: Week, Month.</summary>
    public required string Interval { get; set; }

    /// <summary>First day of the newest period.</summary>
    public DateOnly PeriodStart { get; set; }

    public int Observed { get; set; }

    public double Expected { get; set; }

    public double Upper { get; set; }

    public double PValue { get; set; }

    public double AdjustedPValue { get; set; }

    /// <summary>Name of the <see cref="Insights.Detection.SignalState"/>.</summary>
    public required string State { get; set; }

    public string? StateReason { get; set; }

    public string? StateChangedBy { get; set; }

    public DateTime? StateChangedAtUtc { get; set; }

    public string? Artefact { get; set; }

    public required string Method { get; set; }

    public required string Reason { get; set; }

    public required string Sentence { get; set; }

    /// <summary>JSON array of sentences.</summary>
    public required string RivalExplanations { get; set; }

    /// <summary>JSON array of the chart's periods.</summary>
    public required string Chart { get; set; }

    /// <summary>JSON of terms, groups and examples; null when not explained.</summary>
    public string? Explanation { get; set; }
}
