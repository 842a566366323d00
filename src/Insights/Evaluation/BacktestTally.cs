namespace Insights.Evaluation;

/// <summary>Counts alarms in and out of outbreaks.</summary>
internal sealed class BacktestTally
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

    /// <param name="alarms">One a judged period.</param>
    /// <param name="first">The outbreak's first period among them.</param>
    /// <param name="last">Its last one.</param>
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
