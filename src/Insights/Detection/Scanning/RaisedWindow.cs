using Insights.Aggregation;

namespace Insights.Detection.Scanning;

/// <summary>A run of periods in which a series lies beyond what chance explains.</summary>
/// <param name="Series">The series.</param>
/// <param name="Start">0-based index of the first period.</param>
/// <param name="End">0-based index of the last period.</param>
/// <param name="Observed">Complaints in the window.</param>
/// <param name="Course">The course it is held against, fitted before the window.</param>
/// <param name="LogPValue">Natural logarithm of the exact tail of this one window; smaller is stronger.</param>
/// <param name="IsFall">True when there are too few complaints instead of too many.</param>
internal sealed record RaisedWindow(PeriodCounts Series, int Start, int End, int Observed, ExpectedCourse Course, double LogPValue, bool IsFall)
{
    /// <summary>Complaints of shorter surges within it that its chance was worked out without.</summary>
    public int SetAside { get; init; }

    public double Expected => Course.Sum(Start, End);

    /// <summary>How many times the expected complaints came.</summary>
    public double Ratio => Observed / Expected;

    public int Length => End - Start + 1;

    public bool Overlaps(RaisedWindow other) => Start <= other.End && other.Start <= End;
}
