namespace Insights.Detection.Farrington;

/// <summary>Settings of <see cref="FarringtonFlexible"/>; the defaults are those recommended by Noufaily and others (2013).</summary>
public sealed record FarringtonOptions
{
    /// <summary>Periods a year. Default 52.</summary>
    public int PeriodsPerYear { get; init; } = 52;

    /// <summary>Years of history used (b). Default 5.</summary>
    public int YearsBack { get; init; } = 5;

    /// <summary>Half width of the window around the same period of earlier years (w). Default 3.</summary>
    public int WindowHalfWidth { get; init; } = 3;

    /// <summary>Levels of the season factor; 1 uses only the windows of earlier years. Default 10.</summary>
    public int SeasonLevels { get; init; } = 10;

    /// <summary>Periods just before the judged one that are left out, so that an outbreak in progress does not hide itself. Default 26.</summary>
    public int PeriodsLeftOut { get; init; } = 26;

    /// <summary>Anscombe residual above which a past period is weighted down. Default 2.58.</summary>
    public double WeightsThreshold { get; init; } = 2.58;

    /// <summary>The trend is kept when its p-value lies below this; 1 keeps it always. Default 1.</summary>
    public double TrendPValue { get; init; } = 1;

    /// <summary>One-sided false-alarm rate. Default 0.01.</summary>
    public double Alpha { get; init; } = 0.01;

    public FarringtonThreshold Threshold { get; init; } = FarringtonThreshold.NegativeBinomial;

    /// <summary>No alarm unless this many cases fell in the last <see cref="MinimumCasesPeriods"/> periods; 0 switches the rule off. Default 5.</summary>
    public int MinimumCases { get; init; } = 5;

    /// <summary>Default 4.</summary>
    public int MinimumCasesPeriods { get; init; } = 4;
}
