namespace Ingest.Store.Entities;

/// <summary>One analysis: what it looked at, with which model, options and code.</summary>
public sealed class AnalysisRunRow
{
    public long Id { get; set; }

    public DateTime StartedAtUtc { get; set; }

    public DateTime FinishedAtUtc { get; set; }

    public DateOnly AsOf { get; set; }

    public string? ModelVersion { get; set; }

    public required string CodeVersion { get; set; }

    public int Classified { get; set; }

    public int Series { get; set; }

    /// <summary>JSON: <c>[{"reason":…,"series":…}]</c>.</summary>
    public required string NotAssessed { get; set; }

    public int Signals { get; set; }

    /// <summary>JSON: the alarm budget of each collection and how it was kept.</summary>
    public required string Budgets { get; set; }

    /// <summary>JSON: new themes, echoes and blind spots; null before they were looked for.</summary>
    public string? Patterns { get; set; }
}
