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
                PeriodEvidence evidence = new(series, period, forecaster);
                yield return (evidence.CalibratedScore(), Math.Log(evidence.Mean), Math.Log(evidence.Dispersion));
            }
        }
    }

    private Assessment AssessPeriod(CountSeries series, int period, BaselineForecaster forecaster)
    {
        PeriodEvidence evidence = new(series, period, forecaster);
        int count = series.Counts[period];
        bool isAlarm = evidence.IsAlarm(count, options.Alpha);
        double upper = options.ComputesRange ? Upper(evidence) : double.NaN;
        return new Assessment
        {
            Index = period,
            Count = count,
            Expected = evidence.Mean,
            Lower = options.ComputesRange ? NegativeBinomialDistribution.Quantile(options.Alpha, evidence.Mean, evidence.Dispersion) : double.NaN,
            Upper = upper,
            PValue = evidence.PValue(count),
            IsAlarm = isAlarm,
            Method = forecaster.IsHarmonic ? "harmonic" : "pooled",
            Reason = options.ComputesRange ? Reason(forecaster, isAlarm ? evidence.Gathered(count) : string.Create(CultureInfo.InvariantCulture, $"would need {Math.Max(0, upper - count) + 1:0} more")) : string.Empty,
        };
    }

    /// <summary>What the verdict rests on; with an alarm that only a wide window gives, the window; without one how many more complaints it would have taken.</summary>
    private static string Reason(BaselineForecaster forecaster, string addition) => addition.Length == 0 ? forecaster.Reason : $"{forecaster.Reason}; {addition}";

    /// <summary>The largest newest count that would not have raised the alarm, given the counts before it.</summary>
    private double Upper(PeriodEvidence evidence)
    {
        int low = (int)evidence.Mean;
        int high = low + (int)Math.Ceiling(4 * Math.Sqrt(evidence.Mean * evidence.Dispersion)) + 4;
        while (high < int.MaxValue / 2 && !evidence.IsAlarm(high, options.Alpha))
        {
            high *= 2;
        }

        while (high - low > 1)
        {
            int middle = low + ((high - low) / 2);
            (low, high) = evidence.IsAlarm(middle, options.Alpha) ? (low, middle) : (middle, high);
        }

        return low;
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
