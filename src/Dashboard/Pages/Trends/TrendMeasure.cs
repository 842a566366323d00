namespace Dashboard.Pages.Trends;

/// <summary>What the trends page can show of a series.</summary>
public enum TrendMeasure
{
    Complaints,

    /// <summary>Complaints with each letter campaign counted once.</summary>
    Distinct,

    /// <summary>Share of all complaints of the collection.</summary>
    Share,

    /// <summary>Share answered within the service standard.</summary>
    InTime,

    /// <summary>Share upheld, wholly or partly, of those with a finding.</summary>
    Upheld,

    /// <summary>Complaints for so many homes, applications or whatever the source counts.</summary>
    Rate,
}
