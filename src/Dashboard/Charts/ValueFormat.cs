namespace Dashboard.Charts;

/// <summary>How the numbers of a chart and its table are written.</summary>
public enum ValueFormat
{
    Count,
    Percent,
    Rate,
}
