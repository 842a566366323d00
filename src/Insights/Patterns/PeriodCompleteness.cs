namespace Insights.Patterns;

/// <summary>How many of a period's complaints are in, by the delays of the periods before it.</summary>
/// <param name="Start">First day of the period.</param>
/// <param name="Reported">Complaints that are in.</param>
/// <param name="Share">Share of the final number that is expected to be in by now.</param>
/// <param name="Lower">Lower end of its 95% interval.</param>
/// <param name="Upper">Upper end.</param>
public sealed record PeriodCompleteness(DateOnly Start, int Reported, double Share, double Lower, double Upper);
