namespace Insights.Detection.Scanning;

/// <summary>
/// How much levels wander by themselves, beyond what counts vary: q, the relative variance a level gains with each period. Landlords' shares of an
/// ombudsman's decisions wander much, themes little; a rise is one only beyond that. From the errors of half-yearly forecasts: those of the other series of
/// the slice by their median, which a few real events do not move, and the series' own past errors, cut.
/// </summary>
internal static class LevelDrift
{
    /// <summary>No series keeps its level more exactly than this share of it over half a year, in standard deviations.</summary>
    private const double SmallestDrift = 0.04;
    private const double LargestDrift = 1;

    /// <summary>The median of χ² with one degree of freedom.</summary>
    private const double MedianSquare = 0.4549;

    /// <summary>Sums expected to be smaller say more about chance than about drift.</summary>
    private const double FewestExpected = 5;
    private const int Bisections = 24;

    /// <summary>Supposed where nothing has been seen yet, and how many errors it weighs.</summary>
    private const double PriorDrift = 0.05;
    private const double PriorErrors = 20;

    /// <summary>The slice's drift weighs as much as so many half-years of a series' own.</summary>
    private const double SliceErrors = 4;

    /// <summary>Own errors count at most as so many of the slice's usual ones: an outbreak is no drift.</summary>
    private const double LargestSquare = 9;

    /// <summary>Relative variance of half-yearly forecasts of a slice.</summary>
    /// <param name="errors">Errors of all its series but the one under test.</param>
    public static double OfSlice(IEnumerable<ForecastError> errors)
    {
        ForecastError[] used = [.. errors.Where(error => error.Expected >= FewestExpected)];
        if (used.Length == 0)
        {
            return PriorDrift * PriorDrift;
        }

        double low = SmallestDrift;
        double high = LargestDrift;
        double[] ratios = new double[used.Length];
        for (int step = 0; step < Bisections; step++)
        {
            double middle = (low + high) / 2;
            for (int index = 0; index < used.Length; index++)
            {
                ForecastError error = used[index];
                ratios[index] = error.Square / (error.Chance + (middle * middle * error.Expected * error.Expected));
            }

            Array.Sort(ratios);
            bool isEnough = ratios[ratios.Length / 2] <= MedianSquare;
            (low, high) = isEnough ? (low, middle) : (middle, high);
        }

        double weight = used.Length / (used.Length + PriorErrors);
        return (weight * high * high) + ((1 - weight) * PriorDrift * PriorDrift);
    }

    /// <summary>The same for one series: the slice's, and its own as far as it has been seen.</summary>
    public static double OfSeries(double slice, IReadOnlyList<ForecastError> own)
    {
        double excess = 0;
        double squares = 0;
        foreach (ForecastError error in own)
        {
            double scale = error.Expected * error.Expected;
            excess += Math.Min(error.Square, error.Chance + (LargestSquare * slice * scale)) - error.Chance;
            squares += scale;
        }

        // Weighted by expectation: a half-year of two complaints says nothing about drift.
        double ownDrift = squares > 0 ? Math.Max(0, excess / squares) : slice;
        double errors = own.Count(error => error.Expected >= FewestExpected);
        double mixed = ((SliceErrors * slice) + (errors * ownDrift)) / (SliceErrors + errors);
        return Math.Max(SmallestDrift * SmallestDrift, mixed);
    }
}
