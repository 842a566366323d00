namespace Insights.Detection.ControlCharts;

/// <summary>Why a point of an individuals chart is not ordinary variation.</summary>
public enum SpecialCause
{
    None,
    AboveLimit,
    BelowLimit,
    Rising,
    Falling,
    TwoOfThreeAbove,
    TwoOfThreeBelow,
    RunAbove,
    RunBelow,
}
