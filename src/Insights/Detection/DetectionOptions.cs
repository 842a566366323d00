namespace Insights.Detection;

/// <summary>Settings of the detection of single periods.</summary>
public sealed record DetectionOptions
{
    /// <summary>False-alarm rate per period aimed at, 0 &lt; α &lt; 1. Default 0.01.</summary>
    public double Alpha { get; init; } = 0.01;

    /// <summary>False to leave <see cref="Assessment.Lower"/> and <see cref="Assessment.Upper"/> out, where only alarms matter. Default true.</summary>
    public bool ComputesRange { get; init; } = true;
}
