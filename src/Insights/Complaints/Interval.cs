namespace Insights.Complaints;

/// <summary>The length of a <see cref="Period"/>.</summary>
public enum Interval
{
    Week,
    Month,
    Quarter,
    Year,
}
