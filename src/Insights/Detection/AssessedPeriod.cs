using Insights.Complaints;

namespace Insights.Detection;

/// <summary>One point of a signal's chart.</summary>
/// <param name="Period">The week or month.</param>
/// <param name="Observed">Complaints counted.</param>
/// <param name="Expected">Expected count from the past alone; NaN where the period could not be assessed.</param>
/// <param name="Lower">Lower end of the usual range; NaN when not assessed.</param>
/// <param name="Upper">Upper end of the usual range; NaN when not assessed.</param>
/// <param name="IsAlarm">True when the count is above what chance explains.</param>
/// <param name="IsPartial">True for a period that is not over (or not complete in the source): drawn apart, never judged.</param>
public readonly record struct AssessedPeriod(Period Period, int Observed, double Expected, double Lower, double Upper, bool IsAlarm, bool IsPartial);
