using MathNet.Numerics.Distributions;

namespace Insights.Evaluation;

/// <summary>
/// Puts outbreaks of known size into real counts: an outbreak of size k has Poisson(k σ) cases, at least two, σ the standard deviation of a usual period about
/// its start, each case reported after a log-normal(0, ½) delay in weeks. Every stretch of a year that has the history the reference method needs carries
/// one outbreak of each size. Deterministic for a seed.
/// Source of the design: A. Noufaily and others (2013), Statistics in Medicine 32, pp. 1212–1213; G. Bédubourg and Y. Le Strat (2017), PLoS ONE 12(7).
/// </summary>
/// <param name="seed">Of the starts, sizes and delays.</param>
/// <param name="periodsPerYear">Whole periods a year.</param>
public sealed class OutbreakInjection(int seed, int periodsPerYear)
{
    /// <summary>Sizes k = 1 … 10.</summary>
    public const int Sizes = 10;

    private const int YearsBefore = 3;
    private const int PeriodsBesideYears = 3;
    private const double DelaySpread = 0.5;
    private const int FewestCases = 2;

    /// <summary>A stream that has all but ended, or not begun, tells nothing: so many complaints in the years before, and one in the last quarter of the stretch.</summary>
    private const int FewestComplaintsBefore = 10;
    private const int WeeksPerYear = 52;

    private readonly Random random = new(seed);

    /// <summary>All stretches of one series, the newest last, each with one outbreak of each size; none when the history is too short.</summary>
    /// <param name="name">Of the series.</param>
    /// <param name="counts">All of it.</param>
    /// <param name="firstJudged">0-based first period that may be judged.</param>
    public IEnumerable<BenchmarkSeries> Inject(string name, int[] counts, int firstJudged)
    {
        int needed = (YearsBefore * periodsPerYear) + PeriodsBesideYears;
        int stretches = (counts.Length - Math.Max(firstJudged, needed)) / periodsPerYear;
        for (int stretch = stretches; stretch >= 1; stretch--)
        {
            int first = counts.Length - (stretch * periodsPerYear);
            int end = first + periodsPerYear;
            if (!IsAlive(counts, first, end, needed))
            {
                continue;
            }

            int[] quiet = counts[..end];
            for (int size = 1; size <= Sizes; size++)
            {
                yield return Inject(name, quiet, first, size);
            }
        }
    }

    private bool IsAlive(int[] counts, int first, int end, int needed) =>
        counts[(first - needed)..first].Sum() >= FewestComplaintsBefore
        && counts[(first - needed)..(first - needed + periodsPerYear)].Sum() > 0
        && counts[(end - (periodsPerYear / 4))..end].Sum() > 0;

    private BenchmarkSeries Inject(string name, int[] quiet, int first, int size)
    {
        int start = first + random.Next(quiet.Length - first);
        double mean = size * Deviation(quiet, start);
        int cases;
        do
        {
            cases = Poisson.Sample(random, mean);
        }
        while (cases < FewestCases);

        int[] counts = [.. quiet];
        int from = int.MaxValue;
        int until = start;
        for (int drawn = 0; drawn < cases; drawn++)
        {
            int at = start + (int)(LogNormal.Sample(random, 0, DelaySpread) * periodsPerYear / WeeksPerYear);
            if (at < counts.Length)
            {
                counts[at]++;
                from = Math.Min(from, at);
                until = Math.Max(until, at);
            }
        }

        return new BenchmarkSeries(name, quiet, counts, first, from == int.MaxValue ? start : from, until) { Size = size };
    }

    /// <summary>
    /// √(φμ) of the year before: μ the mean, φμ half of the mean squared difference of neighbours, which neither trend nor season enlarges, at least μ
    /// (J. von Neumann 1941, Annals of Mathematical Statistics 12, p. 367). The largest tenth of them is left out, or one surge would be the scale.
    /// </summary>
    private double Deviation(int[] counts, int start)
    {
        int from = start - periodsPerYear;
        double[] squares = [.. Enumerable.Range(from + 1, periodsPerYear - 1).Select(period => Math.Pow(counts[period] - counts[period - 1], 2)).Order()];
        double mean = counts[from..start].Average();
        const double trimmedShare = 0.1;
        double variance = squares[..(int)Math.Ceiling((1 - trimmedShare) * squares.Length)].Average() / 2;
        double smallest = 1.0 / periodsPerYear;
        return Math.Sqrt(Math.Max(Math.Max(mean, smallest), variance));
    }
}
