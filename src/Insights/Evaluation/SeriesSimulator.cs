using MathNet.Numerics.Distributions;

namespace Insights.Evaluation;

/// <summary>
/// Simulates weekly counts with trend, season, overdispersion and outbreaks, to calibrate detectors and to test them where the truth is known.
/// Source of the design: A. Noufaily and others (2013), Statistics in Medicine 32, pp. 1211–1213; its parameters are drawn at random here, not taken over.
/// </summary>
public sealed class SeriesSimulator(int seed)
{
    private const double LargestLogMean = 5.2;
    private const double LargestAmplitude = 0.9;
    private const double LargestGrowth = 3.2;
    private const double PoissonShare = 0.2;
    private const double LargestExcessDispersion = 5.5;
    private const double DelaySpread = 0.5;
    private const int MaximumHarmonics = 2;
    private const int PastOutbreaks = 4;
    private static readonly double[] PastSizes = [0, 2, 3, 5, 10];

    private readonly Random random = new(seed);

    /// <summary>Logarithm of the smallest mean drawn. Default −2.5: one complaint in twelve weeks.</summary>
    public double SmallestLogMean { get; init; } = -2.5;

    /// <summary>One series.</summary>
    /// <param name="periods">Its length.</param>
    /// <param name="quietPeriods">The newest periods, in which no outbreak falls; outbreaks before them are spread over half of the rest.</param>
    /// <param name="periodsPerYear">Length of the season.</param>
    public SimulatedSeries Next(int periods, int quietPeriods, double periodsPerYear)
    {
        SimulatedCourse course = NextCourse(periods, periodsPerYear);
        int[] counts = new int[periods];
        for (int period = 0; period < periods; period++)
        {
            counts[period] = NextCount(course.Means[period], course.Dispersion);
        }

        double size = PastSizes[random.Next(PastSizes.Length)];
        int busy = periods - quietPeriods;
        for (int outbreak = 0; outbreak < PastOutbreaks && size > 0; outbreak++)
        {
            AddOutbreak(counts.AsSpan(0, busy), course, (busy / 2) + random.Next(busy - (busy / 2)), size);
        }

        return new SimulatedSeries(counts, course.Means, course.Dispersion);
    }

    /// <summary>Adds an outbreak of Poisson(k √(φμ)) cases, at least 2, from the given period on; cases after the end are lost. Returns how many were drawn.</summary>
    public int AddOutbreak(Span<int> counts, SimulatedCourse course, int start, double size)
    {
        double mean = size * Math.Sqrt(course.Dispersion * course.Means[start]);
        int cases;
        do
        {
            cases = Poisson.Sample(random, mean);
        }
        while (cases < 2);

        for (int drawn = 0; drawn < cases; drawn++)
        {
            int at = start + (int)LogNormal.Sample(random, 0, DelaySpread);
            if (at < counts.Length)
            {
                counts[at]++;
            }
        }

        return cases;
    }

    private SimulatedCourse NextCourse(int periods, double periodsPerYear)
    {
        double level = Uniform(SmallestLogMean, LargestLogMean);
        double room = Math.Min(LargestGrowth, LargestLogMean - level);
        double slope = random.Next(2) == 0 ? 0 : Uniform(0, room) / periods;
        int harmonics = random.Next(MaximumHarmonics + 1);
        double cosine = Uniform(-LargestAmplitude, LargestAmplitude) * Math.Sqrt(0.5);
        double sine = Uniform(-LargestAmplitude, LargestAmplitude) * Math.Sqrt(0.5);
        double[] means = new double[periods];
        for (int period = 0; period < periods; period++)
        {
            double predictor = level + (slope * period);
            for (int harmonic = 1; harmonic <= harmonics; harmonic++)
            {
                (double sin, double cos) = Math.SinCos(2 * Math.PI * harmonic * (period + 1) / periodsPerYear);
                predictor += (cosine * cos) + (sine * sin);
            }

            means[period] = Math.Exp(predictor);
        }

        double dispersion = random.NextDouble() < PoissonShare ? 1 : 1 + (LargestExcessDispersion * Math.Pow(random.NextDouble(), 2));
        return new SimulatedCourse(means, dispersion);
    }

    private int NextCount(double mean, double dispersion) => dispersion == 1
        ? Poisson.Sample(random, mean)
        : Poisson.Sample(random, Math.Max(1e-12, Gamma.Sample(random, mean / (dispersion - 1), 1 / (dispersion - 1))));

    private double Uniform(double low, double high) => low + (random.NextDouble() * (high - low));
}
