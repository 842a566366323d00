namespace Insights.Detection.Scanning;

/// <summary>A signal with the points that decide its rank.</summary>
internal sealed record RankedSignal(Signal Signal, double Points);
