namespace Insights.Detection.Harmonic;

/// <summary>Two waves of the year at every period: cosine and sine once and twice a year. Shared by all series of one length; immutable.</summary>
/// <param name="periods">How many periods the design reaches; at least as many as the series has.</param>
/// <param name="periodsPerYear">Length of the season, such as 52 (or 52.18 for calendar weeks), 12, 4.</param>
public sealed class HarmonicDesign(int periods, double periodsPerYear)
{
    public const int MaximumHarmonics = 2;

    /// <summary>Level, trend, and cosine and sine of each harmonic.</summary>
    internal const int Columns = 2 + (2 * MaximumHarmonics);

    private readonly double[][] waves = MakeWaves(periods, periodsPerYear);

    public int Periods { get; } = periods;

    public double PeriodsPerYear { get; } = periodsPerYear;

    /// <summary>Cosine and sine of the first harmonic, then of the second; one value a period each.</summary>
    internal ReadOnlySpan<double> Wave(int index) => waves[index];

    /// <summary>Fills a row: 1, years since <paramref name="origin"/>, waves.</summary>
    internal void CopyRow(int period, int origin, Span<double> row)
    {
        row[0] = 1;
        row[1] = (period - origin) / PeriodsPerYear;
        for (int wave = 0; wave < waves.Length; wave++)
        {
            row[2 + wave] = waves[wave][period];
        }
    }

    private static double[][] MakeWaves(int periods, double periodsPerYear)
    {
        double[][] made = [new double[periods], new double[periods], new double[periods], new double[periods]];
        for (int period = 0; period < periods; period++)
        {
            for (int harmonic = 1; harmonic <= MaximumHarmonics; harmonic++)
            {
                (double sine, double cosine) = Math.SinCos(2 * Math.PI * harmonic * period / periodsPerYear);
                made[(harmonic - 1) * 2][period] = cosine;
                made[((harmonic - 1) * 2) + 1][period] = sine;
            }
        }

        return made;
    }
}
