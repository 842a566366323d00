namespace Insights.Detection.Scanning;

/// <summary>
/// Season of a series: up to two waves of the year around the mean of the year about each period, by quasi-likelihood; a wave is kept when it is worth its
/// two coefficients by the BIC. Two passes over the counts a fit, so that ten thousand series cost no more than their reading.
/// </summary>
/// <param name="calendar">Lengths of time.</param>
/// <param name="periods">Number of periods.</param>
internal sealed class SeasonFitter(Calendar calendar, int periods)
{
    private const int Coefficients = 4;

    /// <summary>Years of history from which on a season can be told from one odd year.</summary>
    public const int FewestYears = 2;

    /// <summary>Complaints from which on a season of one's own can be told from chance: five coefficients at thirty each.</summary>
    private const int FewestComplaints = 150;
    private const int NewtonSteps = 3;

    /// <summary>Counts are cut at so many standard deviations, so that one outbreak, or one gap, is no season.</summary>
    private const double CutDeviations = 2.58;

    /// <summary>The median of χ² with one degree of freedom.</summary>
    private const double MedianSquare = 0.4549;

    private readonly double[] waves = Waves(calendar, periods);

    /// <summary>The season known before a period; null when there is none to tell.</summary>
    public Season? Fit(IReadOnlyList<int> counts, double[] exposures, int before)
    {
        int harmonics = Math.Min(Coefficients / 2, (calendar.PeriodsPerYear - 1) / 2);
        int first = FirstUsed(counts, before);
        if (before - first < FewestYears * calendar.PeriodsPerYear || harmonics == 0)
        {
            return null;
        }

        double[] means = LocalMeans(counts, exposures, first, before, out double total);
        if (total < FewestComplaints)
        {
            return null;
        }

        double[] cut = Cut(counts, means, before, out double dispersion);
        for (; harmonics > 0; harmonics--)
        {
            double[] coefficients = Newton(cut, means, before, 2 * harmonics, out double newestWave);
            if (newestWave / dispersion > 2 * Math.Log(before))
            {
                return Shape(coefficients);
            }
        }

        return null;
    }

    /// <summary>How much likelier the counts are with a season than without.</summary>
    public static double LogLikelihoodGain(IReadOnlyList<int> counts, double[] exposures, int before, Season season)
    {
        double seasonal = 0;
        double flat = 0;
        double gain = 0;
        double total = 0;
        for (int period = 0; period < before; period++)
        {
            int count = counts[period];
            flat += exposures[period];
            seasonal += exposures[period] * season.Factors[period];
            gain += count * season.Logarithms[period];
            total += count;
        }

        return seasonal > 0 && flat > 0 ? gain - (total * Math.Log(seasonal / flat)) : double.NegativeInfinity;
    }

    private Season Shape(double[] coefficients)
    {
        double[] logarithms = new double[periods];
        for (int period = 0; period < periods; period++)
        {
            for (int column = 0; column < Coefficients; column++)
            {
                logarithms[period] += coefficients[column] * waves[(period * Coefficients) + column];
            }
        }

        return new Season([.. logarithms.Select(Math.Exp)], logarithms);
    }

    /// <summary>Zeros before a code was first used are no season.</summary>
    private static int FirstUsed(IReadOnlyList<int> counts, int before)
    {
        int first = 0;
        while (first < before && counts[first] == 0)
        {
            first++;
        }

        return first;
    }

    /// <summary>Mean of the year about each period, within the history: a whole year has every season in it once.</summary>
    private double[] LocalMeans(IReadOnlyList<int> counts, double[] exposures, int start, int before, out double total)
    {
        double[] cumulatedCounts = new double[before + 1];
        double[] cumulatedExposures = new double[before + 1];
        for (int period = 0; period < before; period++)
        {
            cumulatedCounts[period + 1] = cumulatedCounts[period] + counts[period];
            cumulatedExposures[period + 1] = cumulatedExposures[period] + exposures[period];
        }

        total = cumulatedCounts[before];
        int year = calendar.PeriodsPerYear;
        double[] means = new double[before];
        for (int period = start; period < before; period++)
        {
            int first = Math.Clamp(period - (year / 2), start, before - year);
            double exposure = cumulatedExposures[first + year] - cumulatedExposures[first];
            means[period] = exposure > 0 ? exposures[period] * (cumulatedCounts[first + year] - cumulatedCounts[first]) / exposure : 0;
        }

        return means;
    }

    private static double[] Cut(IReadOnlyList<int> counts, double[] means, int before, out double dispersion)
    {
        double[] squares = new double[before];
        int used = 0;
        for (int period = 0; period < before; period++)
        {
            if (means[period] > 0)
            {
                double difference = counts[period] - means[period];
                squares[used++] = difference * difference / means[period];
            }
        }

        Array.Sort(squares, 0, used);
        dispersion = used == 0 ? 1 : Math.Max(1, squares[used / 2] / MedianSquare);
        double[] cut = new double[before];
        for (int period = 0; period < before; period++)
        {
            double reach = (CutDeviations * Math.Sqrt(dispersion * means[period])) + 1;
            cut[period] = Math.Clamp(counts[period], means[period] - reach, means[period] + reach);
        }

        return cut;
    }

    /// <param name="counts">Counts.</param>
    /// <param name="means">Means without season.</param>
    /// <param name="before">Periods used.</param>
    /// <param name="columns">Seasonal columns used: 2 or 4.</param>
    /// <param name="newestWave">Wald statistic of the last two columns, as if φ were 1.</param>
    private double[] Newton(double[] counts, double[] means, int before, int columns, out double newestWave)
    {
        int size = columns + 1;
        double[] coefficients = new double[size];
        double[] information = new double[size * size];
        Span<double> row = stackalloc double[Coefficients + 1];
        for (int step = 0; step < NewtonSteps; step++)
        {
            double[] score = new double[size];
            Array.Clear(information);
            for (int period = 0; period < before; period++)
            {
                row[0] = 1;
                double sum = coefficients[0];
                for (int column = 1; column < size; column++)
                {
                    row[column] = waves[(period * Coefficients) + column - 1];
                    sum += coefficients[column] * row[column];
                }

                double mean = means[period] * Math.Exp(sum);
                double residual = counts[period] - mean;
                for (int left = 0; left < size; left++)
                {
                    score[left] += row[left] * residual;
                    for (int right = 0; right <= left; right++)
                    {
                        information[(left * size) + right] += mean * row[left] * row[right];
                    }
                }
            }

            double[] change = SmallSystem.Solve(information, score, size);
            for (int column = 0; column < size; column++)
            {
                coefficients[column] += change[column];
            }
        }

        newestWave = SmallSystem.WaldOfLastTwo(information, coefficients, size);
        double[] season = new double[Coefficients];
        Array.Copy(coefficients, 1, season, 0, columns);
        return season;
    }

    private static double[] Waves(Calendar calendar, int periods)
    {
        double[] made = new double[periods * Coefficients];
        for (int period = 0; period < periods; period++)
        {
            double angle = 2 * Math.PI * period / calendar.Season;
            made[period * Coefficients] = Math.Cos(angle);
            made[(period * Coefficients) + 1] = Math.Sin(angle);
            made[(period * Coefficients) + 2] = Math.Cos(2 * angle);
            made[(period * Coefficients) + 3] = Math.Sin(2 * angle);
        }

        return made;
    }
}
