namespace Insights.Detection.Harmonic;

/// <summary>Trend and season at every period of a series: columns 1, trend in years, cos and sin of the first two harmonics.</summary>
/// <param name="periods">How many periods the design reaches; more than the series has, where the future is asked for.</param>
/// <param name="periodsPerYear">Length of the season, such as 52 (or 52.18 for calendar weeks), 12, 4.</param>
public sealed class HarmonicDesign(int periods, double periodsPerYear)
{
    public const int MaximumHarmonics = 2;
    private const int FixedColumns = 2;

    private readonly double[][] columns = MakeColumns(periods, periodsPerYear);

    public int Periods { get; } = periods;

    public double PeriodsPerYear { get; } = periodsPerYear;

    /// <summary>Number of columns for so many harmonics (0 to 2).</summary>
    public static int ColumnCount(int harmonics) => FixedColumns + (2 * harmonics);

    public ReadOnlySpan<double> Column(int index) => columns[index];

    /// <summary>Copies the row of one period into <paramref name="row"/>, as many columns as it holds.</summary>
    public void CopyRow(int period, Span<double> row)
    {
        for (int column = 0; column < row.Length; column++)
        {
            row[column] = columns[column][period];
        }
    }

    private static double[][] MakeColumns(int periods, double periodsPerYear)
    {
        double[][] made = new double[ColumnCount(MaximumHarmonics)][];
        for (int column = 0; column < made.Length; column++)
        {
            made[column] = new double[periods];
        }

        for (int period = 0; period < periods; period++)
        {
            made[0][period] = 1;
            made[1][period] = (period - (periods / 2.0)) / periodsPerYear;
            for (int harmonic = 1; harmonic <= MaximumHarmonics; harmonic++)
            {
                (double sine, double cosine) = Math.SinCos(2 * Math.PI * harmonic * period / periodsPerYear);
                made[2 * harmonic][period] = cosine;
                made[(2 * harmonic) + 1][period] = sine;
            }
        }

        return made;
    }
}
