namespace Insights.Nowcasting;

/// <summary>A period of which not all complaints are in yet.</summary>
/// <param name="Start">Its first day.</param>
/// <param name="Reported">Complaints that are in.</param>
/// <param name="Share">Part of the final number that is in by now, by the delays of the periods before.</param>
/// <param name="Final">How many are expected when all have arrived; null when too few are in to tell.</param>
/// <param name="Lower">Lower end of its 95% interval; null with it.</param>
/// <param name="Upper">Upper end.</param>
public sealed record NowcastPeriod(DateOnly Start, int Reported, double Share, double? Final, int? Lower, int? Upper);
