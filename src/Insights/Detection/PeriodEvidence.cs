using Insights.Detection.Harmonic;
using Insights.Statistics;

namespace Insights.Detection;

/// <summary>What the judged period and those just before it say about an outbreak, for any count of the judged one.</summary>
internal sealed class PeriodEvidence
{
    /// <summary>
    /// Prior weight of an outbreak that began in the judged period, the one before and the one before that. The small third weight finds the last weeks of large
    /// outbreaks at almost no cost in first weeks (docs/methods/harmonic.md).
    /// </summary>
    private static readonly OutbreakScore Outbreaks = new(0.6, 0.38, 0.02);

    /// <summary>
    /// The likelihood ratio weighs outbreaks of up to ten standard deviations and falls again beyond. The exact tail P of the one period stands beside it as a
    /// score of −ln P less this handicap. On simulated quiet series a likelihood-ratio score s is reached about as often as a tail of e^−(s + 2); the other 5
    /// make the tail 150 times stricter, so that it speaks only where the ratio fails.
    /// </summary>
    private const double TailHandicap = 7;

    /// <summary>The same for complaints that gather slowly: there are several windows, and all of them stand again at the next complaint.</summary>
    private const double GatheringHandicap = 3;

    /// <summary>Complaints in the newest periods an alarm takes: a single one, however rare, is nothing to act upon.</summary>
    private const int SmallestAlarm = 2;

    /// <summary>Stands for "cannot alarm" where scores are calibrated; about the smallest score there is.</summary>
    private const double NoScore = -2.5;

    private readonly double[] counts;
    private readonly double[] means;
    private readonly double[] dispersions;
    private readonly ComplaintGathering gathering;

    public PeriodEvidence(CountSeries series, int period, BaselineForecaster forecaster)
    {
        int horizon = Math.Min(Outbreaks.Horizon, period + 1);
        counts = new double[horizon];
        means = new double[horizon];
        dispersions = new double[horizon];
        for (int at = 0; at < horizon; at++)
        {
            int index = period - horizon + 1 + at;
            Forecast forecast = forecaster.Of(index);
            (counts[at], means[at], dispersions[at]) = (series.Counts[index], forecast.Mean, forecast.Dispersion);
        }

        gathering = ComplaintGathering.Before(series, period, forecaster);
    }

    /// <summary>Expected count of the judged period.</summary>
    public double Mean => means[^1];

    /// <summary>φ ≥ 1 of the judged period.</summary>
    public double Dispersion => dispersions[^1];

    /// <summary>The calibrated chance; of too few complaints for an alarm, on which nothing is calibrated, the exact tail of the one period where that is larger.</summary>
    public double PValue(int count)
    {
        double[] tried = Tried(count);
        double calibrated = ScoreCalibration.PValue(Score(tried), Mean, Dispersion);
        return IsEnough(tried) ? calibrated : Math.Max(calibrated, NegativeBinomialDistribution.UpperTail(count, Mean, Dispersion));
    }

    public bool IsAlarm(int count, double alpha) => count > Mean && IsEnough(Tried(count)) && PValue(count) <= alpha;

    /// <summary>What a quiet period is calibrated by: a score that can alarm, or none.</summary>
    public double CalibratedScore() => IsEnough(counts) ? Score(counts) : NoScore;

    /// <summary>The slow gathering that a verdict rests on; empty where it rests on the newest periods.</summary>
    public string Gathered(int count)
    {
        double[] tried = Tried(count);
        return GatheringScore(tried) > RecentScore(tried) ? gathering.Describe(count) : string.Empty;
    }

    private bool IsEnough(double[] tried) => tried[^1] > 0 && (tried.Sum() >= SmallestAlarm || GatheringScore(tried) > 0);

    private double Score(double[] tried) => Math.Max(RecentScore(tried), GatheringScore(tried));

    private double RecentScore(double[] tried) => Math.Max(
        Outbreaks.Of(tried, means, dispersions),
        -Math.Log(NegativeBinomialDistribution.UpperTail((int)tried[^1], Mean, Dispersion)) - TailHandicap);

    private double GatheringScore(double[] tried) => gathering.Score((int)tried[^1]) - GatheringHandicap;

    private double[] Tried(int count)
    {
        double[] tried = [.. counts];
        tried[^1] = count;
        return tried;
    }
}
