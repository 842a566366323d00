using Insights.Detection;
using Insights.Detection.Farrington;
using Insights.Detection.Harmonic;

namespace Insights.Evaluation;

/// <summary>Runs a detector over series with a known outbreak, period by period, and measures what an office would have seen.</summary>
/// <param name="pValues">The p-values of the periods from a first one on; 1 where no alarm may be raised.</param>
/// <param name="periodsPerYear">Length of the season.</param>
public sealed class Backtest(Func<int[], int, HarmonicDesign, IReadOnlyList<double>> pValues, double periodsPerYear)
{
    private const int FewestYears = 3;
    private const int MostYears = 5;

    /// <summary>A backtest of the product's own detector.</summary>
    public static Backtest OfSeriesDetector(double periodsPerYear)
    {
        // At the largest rate an alarm is whatever the rules beside the p-value allow.
        SeriesDetector detector = new(new DetectionOptions { Alpha = Math.BitDecrement(1.0), ComputesRange = false });
        return new Backtest(
            (counts, firstPeriod, design) => [.. detector.Assess(new CountSeries(counts, periodsPerYear), firstPeriod, design).Select(verdict => verdict.IsAlarm ? verdict.PValue : 1)],
            periodsPerYear);
    }

    /// <summary>A backtest of the reference method; where the history is shorter than its five years it looks three or four years back.</summary>
    /// <param name="periodsPerYear">Whole periods a year.</param>
    /// <param name="needsFiveCases">True for the method as published, which raises nothing below five cases in four periods.</param>
    public static Backtest OfFarringtonFlexible(int periodsPerYear, bool needsFiveCases)
    {
        FarringtonOptions usual = new() { PeriodsPerYear = periodsPerYear };
        FarringtonFlexible[] byYears = [.. Enumerable.Range(FewestYears, MostYears - FewestYears + 1)
            .Select(years => new FarringtonFlexible(usual with { YearsBack = years, MinimumCases = needsFiveCases ? usual.MinimumCases : 0 }))];
        double PValue(int[] counts, int period)
        {
            int years = Math.Clamp((period - usual.WindowHalfWidth) / periodsPerYear, FewestYears, MostYears);
            return byYears[years - FewestYears].Judge(counts, period) is { HasEnoughCases: true } verdict && counts[period] > 0 ? verdict.PValue : 1;
        }

        return new Backtest((counts, firstPeriod, _) => [.. Enumerable.Range(firstPeriod, counts.Length - firstPeriod).Select(period => PValue(counts, period))], periodsPerYear);
    }

    /// <summary>Judges every series twice, once quiet and once with its outbreak.</summary>
    public IReadOnlyList<JudgedSeries> Judge(IReadOnlyList<BenchmarkSeries> series)
    {
        List<JudgedSeries> judged = new(series.Count);
        HarmonicDesign? design = null;
        foreach (BenchmarkSeries one in series)
        {
            if (design is null || design.Periods != one.Quiet.Length)
            {
                design = new HarmonicDesign(one.Quiet.Length, periodsPerYear);
            }

            IReadOnlyList<double> quiet = judged.Count > 0 && ReferenceEquals(judged[^1].Series.Quiet, one.Quiet) ? judged[^1].Quiet : pValues(one.Quiet, one.FirstJudgedPeriod, design);

            // A verdict rests on its period and those before: up to the outbreak both runs are one.
            int same = one.FirstOutbreakPeriod - one.FirstJudgedPeriod;
            judged.Add(new JudgedSeries(one, quiet, [.. quiet.Take(same), .. pValues(one.WithOutbreak, one.FirstOutbreakPeriod, design)]));
        }

        return judged;
    }

    /// <summary>The measures at a rate: a p-value of at most <paramref name="alpha"/> is an alarm.</summary>
    public static BacktestResult Measure(IEnumerable<JudgedSeries> judged, double alpha)
    {
        BacktestTally tally = new();
        foreach (JudgedSeries one in judged)
        {
            tally.AddQuiet([.. one.Quiet.Select(pValue => pValue <= alpha)]);
            int first = one.Series.FirstJudgedPeriod;
            tally.AddOutbreak([.. one.WithOutbreak.Select(pValue => pValue <= alpha)], one.Series.FirstOutbreakPeriod - first, one.Series.LastOutbreakPeriod - first);
        }

        return tally.Result();
    }

    /// <summary>The largest rate at which no more of the quiet periods raise an alarm than a share of them.</summary>
    public static double AlphaFor(IReadOnlyList<JudgedSeries> judged, double falsePositiveRate)
    {
        double[] ordered = [.. judged.SelectMany(one => one.Quiet).Order()];
        int allowed = (int)Math.Floor(falsePositiveRate * ordered.Length);
        return allowed >= ordered.Length ? 1 : Math.BitDecrement(ordered[allowed]);
    }
}
