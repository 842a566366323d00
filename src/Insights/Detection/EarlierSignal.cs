using Insights.Complaints;

namespace Insights.Detection;

/// <summary>A signal that was raised before, by this run or an earlier one.</summary>
/// <param name="Key">Its series.</param>
/// <param name="First">Its first period.</param>
/// <param name="Last">Its last raised period.</param>
public sealed record EarlierSignal(SeriesKey Key, Period First, Period Last);
