namespace Insights.Nowcasting;

/// <summary>
/// The chain ladder with its distribution-free standard error (T. Mack 1993, Distribution-free calculation of the standard error of chain ladder reserve
/// estimates, ASTIN Bulletin 23 (2), pp. 213–225). A row is a period, column j what was known of it j periods later, cumulated; later columns of newer rows
/// are missing, and the factors from column to column of the older rows fill them.
/// </summary>
public sealed class ChainLadder
{
    private readonly double[] factors;
    private readonly double[] variances;
    private readonly double[] bases;

    private ChainLadder(double[] factors, double[] variances, double[] bases)
    {
        this.factors = factors;
        this.variances = variances;
        this.bases = bases;
    }

    /// <summary>f(j) = Σ C(i, j + 1) / Σ C(i, j) over the rows that know column j + 1; infinite where nothing was in yet, 1 where nothing came at all.</summary>
    public IReadOnlyList<double> Factors => factors;

    /// <summary>σ²(j) of Mack's eq. (5).</summary>
    public IReadOnlyList<double> Variances => variances;

    /// <summary>Fits the factors to a triangle.</summary>
    /// <param name="rows">Cumulated counts, each row from column 0 to the last one known, none longer than the first.</param>
    /// <exception cref="ArgumentException">A row is empty, longer than the first, or not cumulated.</exception>
    public static ChainLadder Fit(IReadOnlyList<IReadOnlyList<double>> rows)
    {
        if (rows.Count == 0 || rows.Any(row => row.Count == 0 || row.Count > rows[0].Count))
        {
            throw new ArgumentException("Expected rows of one column or more, none longer than the first.", nameof(rows));
        }

        if (rows.Any(row => row[0] < 0 || row.Zip(row.Skip(1)).Any(pair => !(pair.Second >= pair.First))))
        {
            throw new ArgumentException("Expected cumulated counts: no column below 0 or below the one before it.", nameof(rows));
        }

        int steps = rows[0].Count - 1;
        (double[] factors, double[] variances, double[] bases) = (new double[steps], new double[steps], new double[steps]);
        for (int step = 0; step < steps; step++)
        {
            (double From, double To)[] known = [.. rows.Where(row => row.Count > step + 1).Select(row => (row[step], row[step + 1]))];
            bases[step] = known.Sum(pair => pair.From);
            double factor = bases[step] > 0 ? known.Sum(pair => pair.To) / bases[step] : known.Any(pair => pair.To > 0) ? double.PositiveInfinity : 1;
            factors[step] = factor;
            (double From, double To)[] dividing = [.. known.Where(pair => pair.From > 0)];
            variances[step] = dividing.Length > 1
                ? dividing.Sum(pair => Math.Pow(pair.To - (factor * pair.From), 2) / pair.From) / (dividing.Length - 1)
                : Extrapolated(variances, step);
        }

        return new ChainLadder(factors, variances, bases);
    }

    /// <summary>Part of the final number that is in by a column: 1 / (f(j) · f(j + 1) · …).</summary>
    public double ShareBy(int column) => 1 / factors.Skip(column).Aggregate(1.0, (product, factor) => product * factor);

    /// <summary>The final number of a row, and its standard error.</summary>
    /// <param name="latest">What is known of the row now.</param>
    /// <param name="column">In which column.</param>
    /// <returns>Not numbers when nothing is ever in by that column.</returns>
    public ChainLadderForecast Forecast(double latest, int column)
    {
        if (factors.Skip(column).Any(double.IsPositiveInfinity))
        {
            return new ChainLadderForecast(double.NaN, double.NaN);
        }

        double final = latest;
        double relative = 0;
        for (int step = column; step < factors.Length; step++)
        {
            if (final > 0 && bases[step] > 0)
            {
                // Mack's theorem 3: σ²/f² (1 / Ĉ + 1 / Σ C), the chance of the row and the error of the factor.
                relative += variances[step] / (factors[step] * factors[step]) * ((1 / final) + (1 / bases[step]));
            }

            final *= factors[step];
        }

        return new ChainLadderForecast(final, final * Math.Sqrt(relative));
    }

    /// <summary>A step with one row only has no variance of its own: Mack's rule takes the trend of the two steps before, never more than either (p. 217).</summary>
    private static double Extrapolated(double[] variances, int step)
    {
        if (step < 2)
        {
            return step == 0 ? 0 : variances[0];
        }

        (double before, double last) = (variances[step - 2], variances[step - 1]);
        double smaller = Math.Min(before, last);
        return before > 0 ? Math.Min(last * last / before, smaller) : smaller;
    }
}
