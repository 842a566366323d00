namespace Insights.Detection;

/// <summary>A stretch of newest periods with its count and what was expected.</summary>
internal readonly record struct SparseWindow(double PValue, int Periods, int Cases, double Expected);
