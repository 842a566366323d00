using System.Globalization;
using Insights.Detection.Harmonic;
using Insights.Statistics;

namespace Insights.Detection;

/// <summary>
/// Judges each period of a series from the periods before it: the method follows the history there is, and every verdict says which and why.
/// Thread-safe: the design is shared, everything else belongs to one call.
/// </summary>
public sealed class SeriesDetector(DetectionOptions options)
{
    /// <summary>
    /// Prior weight of an outbreak that began in the judged period, the one before and the one before that. The small third weight finds the last weeks of large
    /// outbreaks at almost no cost in first weeks (docs/methods/harmonic.md).
    /// </summary>
    private static readonly OutbreakScore Score = new(0.6, 0.38, 0.02);

    /// <summary>
    /// The likelihood ratio weighs outbreaks of up to ten standard deviations and falls again beyond. The exact tail P of the one period stands beside it as a
    /// score of −ln P less this handicap. On simulated quiet series a likelihood-ratio score s is reached about as often as a tail of e^−(s + 2); the other 5
    /// make the tail 150 times stricter, so that it speaks only where the ratio fails.
    /// </summary>
    private const double TailHandicap = 7;

    /// <summary>Complaints in the newest periods an alarm takes: a single one, however rare, is nothing to act upon.</summary>
    private const int SmallestAlarm = 2;

    /// <summary>Judges the periods from <paramref name="firstPeriod"/> on.</summary>
    public IReadOnlyList<Assessment> Assess(CountSeries series, int firstPeriod) =>
        Assess(series, firstPeriod, new HarmonicDesign(series.Length, series.PeriodsPerYear));

    /// <summary>The same with a design that many series of one length share.</summary>
    public IReadOnlyList<Assessment> Assess(CountSeries series, int firstPeriod, HarmonicDesign design)
    {
        BaselineForecaster forecaster = new(series, design);
        List<Assessment> assessments = new(Math.Max(0, series.Length - firstPeriod));
        for (int period = firstPeriod; period < series.Length; period++)
        {
            assessments.Add(forecaster.Judge(period) ? AssessPeriod(series, period, forecaster) : NotAssessed(series, period));
        }

        return assessments;
    }

    /// <summary>The scores from a period on with what their p-value depends on, for the calibration.</summary>
    internal static IEnumerable<(double Score, double LogMean, double LogDispersion)> Scores(CountSeries series, int firstPeriod)
    {
        BaselineForecaster forecaster = new(series, new HarmonicDesign(series.Length, series.PeriodsPerYear));
        for (int period = firstPeriod; period < series.Length; period++)
        {
            if (forecaster.Judge(period))
            {
                (double[] counts, double[] means, double[] dispersions) = Newest(series, period, forecaster);
                double score = FinalScore(counts, means, dispersions);
                Forecast judged = forecaster.Of(period);
                yield return (score, Math.Log(judged.Mean), Math.Log(judged.Dispersion));
            }
        }
    }

    private Assessment AssessPeriod(CountSeries series, int period, BaselineForecaster forecaster)
    {
        (double[] counts, double[] means, double[] dispersions) = Newest(series, period, forecaster);
        double pValue = PValue(counts, means, dispersions);
        int count = series.Counts[period];
        bool isAlarm = IsAlarmAt(count, counts, means, dispersions);
        double upper = options.ComputesRange ? Upper(counts, means, dispersions) : double.NaN;
        return new Assessment
        {
            Index = period,
            Count = count,
            Expected = means[^1],
            Lower = options.ComputesRange ? NegativeBinomialDistribution.Quantile(options.Alpha, means[^1], dispersions[^1]) : double.NaN,
            Upper = upper,
            PValue = pValue,
            IsAlarm = isAlarm,
            Method = forecaster.IsHarmonic ? "harmonic" : "pooled",
            Reason = options.ComputesRange ? Reason(forecaster, isAlarm, upper - count) : string.Empty,
        };
    }

    /// <summary>What the verdict rests on, and how many more complaints it would have taken.</summary>
    private static string Reason(BaselineForecaster forecaster, bool isAlarm, double room) =>
        isAlarm ? forecaster.Reason : string.Create(CultureInfo.InvariantCulture, $"{forecaster.Reason}; would need {Math.Max(0, room) + 1:0} more");

    /// <summary>The newest periods up to the judged one with what was expected of each.</summary>
    private static (double[] Counts, double[] Means, double[] Dispersions) Newest(CountSeries series, int period, BaselineForecaster forecaster)
    {
        int horizon = Math.Min(Score.Horizon, period + 1);
        double[] counts = new double[horizon];
        double[] means = new double[horizon];
        double[] dispersions = new double[horizon];
        for (int at = 0; at < horizon; at++)
        {
            int index = period - horizon + 1 + at;
            Forecast forecast = forecaster.Of(index);
            (counts[at], means[at], dispersions[at]) = (series.Counts[index], forecast.Mean, forecast.Dispersion);
        }

        return (counts, means, dispersions);
    }

    private static double PValue(ReadOnlySpan<double> counts, ReadOnlySpan<double> means, ReadOnlySpan<double> dispersions) =>
        ScoreCalibration.PValue(FinalScore(counts, means, dispersions), means[^1], dispersions[^1]);

    /// <summary>What is calibrated: the outbreak score, or the tail where that says more.</summary>
    private static double FinalScore(ReadOnlySpan<double> counts, ReadOnlySpan<double> means, ReadOnlySpan<double> dispersions) =>
        Math.Max(
            Score.Of(counts, means, dispersions),
            -Math.Log(NegativeBinomialDistribution.UpperTail((int)counts[^1], means[^1], dispersions[^1])) - TailHandicap);

    /// <summary>The largest newest count that would not have raised the alarm, given the counts before it.</summary>
    private double Upper(ReadOnlySpan<double> counts, ReadOnlySpan<double> means, ReadOnlySpan<double> dispersions)
    {
        int low = (int)means[^1];
        int high = low + (int)Math.Ceiling(4 * Math.Sqrt(means[^1] * dispersions[^1])) + 4;
        while (high < int.MaxValue / 2 && !IsAlarmAt(high, counts, means, dispersions))
        {
            high *= 2;
        }

        while (high - low > 1)
        {
            int middle = low + ((high - low) / 2);
            (low, high) = IsAlarmAt(middle, counts, means, dispersions) ? (low, middle) : (middle, high);
        }

        return low;
    }

    private bool IsAlarmAt(int count, ReadOnlySpan<double> counts, ReadOnlySpan<double> means, ReadOnlySpan<double> dispersions)
    {
        Span<double> tried = stackalloc double[counts.Length];
        counts.CopyTo(tried);
        tried[^1] = count;
        double cases = 0;
        foreach (double each in tried)
        {
            cases += each;
        }

        return count > means[^1] && cases >= SmallestAlarm && PValue(tried, means, dispersions) <= options.Alpha;
    }

    private static Assessment NotAssessed(CountSeries series, int period) => new()
    {
        Index = period,
        Count = series.Counts[period],
        Expected = double.NaN,
        Lower = double.NaN,
        Upper = double.NaN,
        PValue = double.NaN,
        IsAlarm = false,
        Method = "none",
        Reason = string.Create(CultureInfo.InvariantCulture, $"not assessed, needs {BaselineForecaster.PeriodsNeeded} periods before it, has {period}"),
    };
}
