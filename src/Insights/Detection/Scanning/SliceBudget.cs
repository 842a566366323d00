using Insights.Complaints;

namespace Insights.Detection.Scanning;

/// <summary>A slice's part of the alarm budget.</summary>
/// <param name="Slice">The slice.</param>
/// <param name="Series">Series watched in it.</param>
/// <param name="LogLevel">Natural logarithm of the p below which a window is raised.</param>
/// <param name="AllowedAQuarter">False signals allowed a quarter.</param>
/// <param name="AchievedAQuarter">False signals a quarter counted on shuffled history that the level was not set on; NaN where there was too little.</param>
/// <param name="QuartersTried">Quarters of shuffled history that this was counted over.</param>
internal sealed record SliceBudget(Slice Slice, int Series, double LogLevel, double AllowedAQuarter, double AchievedAQuarter, double QuartersTried)
{
    public double Level => Math.Exp(LogLevel);

    /// <summary>The chance that a quiet series shows any window as unusual as this within a quarter: its looks are those that shuffled history came to.</summary>
    public double SeriesPValue(double logPValue)
    {
        // One more than was seen, as none seen does not mean none to come.
        double rate = double.IsNaN(AchievedAQuarter) ? AllowedAQuarter : AchievedAQuarter + (1 / QuartersTried);
        double looks = rate / (Math.Max(1, Series) * Level);
        return -double.ExpM1(-Math.Min(double.MaxValue, looks * Math.Exp(logPValue)));
    }
}
