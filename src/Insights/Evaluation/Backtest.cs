using Insights.Detection;
using Insights.Detection.Harmonic;

namespace Insights.Evaluation;

/// <summary>Runs a detector over series with a known outbreak, period by period, and measures what an office would have seen.</summary>
public sealed class Backtest(Func<int[], int, HarmonicDesign, IReadOnlyList<bool>> alarms, int periodsPerYear)
{
    /// <summary>A backtest of the product's own detector at a false-alarm rate.</summary>
    public static Backtest OfSeriesDetector(double alpha, int periodsPerYear)
    {
        SeriesDetector detector = new(new DetectionOptions { Alpha = alpha, ComputesRange = false });
        return new Backtest(
            (counts, firstPeriod, design) => [.. detector.Assess(new CountSeries(counts, periodsPerYear), firstPeriod, design).Select(assessment => assessment.IsAlarm)],
            periodsPerYear);
    }

    /// <summary>Judges every series from <paramref name="firstPeriod"/> on, once quiet and once with its outbreak.</summary>
    public BacktestResult Run(IReadOnlyList<BenchmarkSeries> series, int firstPeriod)
    {
        Tally tally = new();
        HarmonicDesign? design = null;
        foreach (BenchmarkSeries one in series)
        {
            if (design is null || design.Periods != one.Quiet.Length)
            {
                design = new HarmonicDesign(one.Quiet.Length, periodsPerYear);
            }

            tally.AddQuiet(alarms(one.Quiet, firstPeriod, design));
            tally.AddOutbreak(alarms(one.WithOutbreak, firstPeriod, design), one.FirstOutbreakPeriod - firstPeriod, one.LastOutbreakPeriod - firstPeriod);
        }

        return tally.Result();
    }

    private sealed class Tally
    {
        private int series;
        private int quietPeriods;
        private int quietAlarms;
        private int truePositives;
        private int falseNegatives;
        private int falsePositives;
        private int trueNegatives;
        private int detected;
        private int detectedAtOnce;
        private int delay;

        public void AddQuiet(IReadOnlyList<bool> alarms)
        {
            quietPeriods += alarms.Count;
            quietAlarms += alarms.Count(alarm => alarm);
        }

        public void AddOutbreak(IReadOnlyList<bool> alarms, int first, int last)
        {
            series++;
            int firstAlarm = -1;
            for (int at = 0; at < alarms.Count; at++)
            {
                bool inOutbreak = at >= first && at <= last;
                truePositives += inOutbreak && alarms[at] ? 1 : 0;
                falseNegatives += inOutbreak && !alarms[at] ? 1 : 0;
                falsePositives += !inOutbreak && alarms[at] ? 1 : 0;
                trueNegatives += !inOutbreak && !alarms[at] ? 1 : 0;
                firstAlarm = inOutbreak && alarms[at] && firstAlarm < 0 ? at : firstAlarm;
            }

            if (firstAlarm >= 0)
            {
                detected++;
                detectedAtOnce += firstAlarm == first ? 1 : 0;
                delay += firstAlarm - first;
            }
        }

        public BacktestResult Result()
        {
            double sensitivity = Share(truePositives, falseNegatives);
            double precision = Share(truePositives, falsePositives);
            return new BacktestResult
            {
                Series = series,
                FalsePositiveRate = (double)quietAlarms / quietPeriods,
                ProbabilityOfDetection = (double)detected / series,
                ProbabilityOfDetectionInFirstPeriod = (double)detectedAtOnce / series,
                Sensitivity = sensitivity,
                Specificity = Share(trueNegatives, falsePositives),
                PositivePredictiveValue = precision,
                NegativePredictiveValue = Share(trueNegatives, falseNegatives),
                F1 = 2 * sensitivity * precision / (sensitivity + precision),
                MeanDelay = (double)delay / detected,
            };
        }

        private static double Share(int part, int rest) => (double)part / (part + rest);
    }
}
