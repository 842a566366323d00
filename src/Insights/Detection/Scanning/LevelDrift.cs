using Insights.Aggregation;

namespace Insights.Detection.Scanning;

/// <summary>
/// How much the levels of a slice's series wander by themselves in half a year, beyond what counts vary: the relative variance τ² of their forecasts.
/// Landlords' shares of an ombudsman's decisions wander much, themes little; a rise is one only beyond that. Estimated so that the median squared error
/// over all series and half-years is that of a normal variable; a few real events among many series do not move a median.
/// </summary>
internal static class LevelDrift
{
    /// <summary>No series keeps its level more exactly than this share of it, in standard deviations.</summary>
    private const double SmallestDrift = 0.04;
    private const double LargestDrift = 2;

    /// <summary>The median of χ² with one degree of freedom.</summary>
    private const double MedianSquare = 0.4549;

    /// <summary>Sums expected to be smaller say more about chance than about drift.</summary>
    private const double FewestExpected = 5;
    private const int Bisections = 40;

    /// <summary>Errors it takes until the estimate weighs as much as the smallest drift: with a few half-years a median says little.</summary>
    private const double PriorErrors = 100;

    /// <param name="series">The watched series of one slice.</param>
    /// <param name="courses">Their expected courses.</param>
    /// <param name="calendar">Lengths of time.</param>
    /// <returns>τ².</returns>
    public static double Variance(IEnumerable<PeriodCounts> series, CourseFitter courses, Calendar calendar)
    {
        (double Square, double Chance, double Expected)[] errors = [.. series.SelectMany(counts => Errors(counts, courses, calendar))];
        if (errors.Length == 0)
        {
            return SmallestDrift * SmallestDrift;
        }

        double low = SmallestDrift;
        double high = LargestDrift;
        for (int step = 0; step < Bisections; step++)
        {
            double drift = (low + high) / 2;
            double[] ratios = [.. errors.Select(error => error.Square / (error.Chance + (drift * drift * error.Expected * error.Expected))).Order()];
            bool isEnough = ratios[ratios.Length / 2] <= MedianSquare;
            (low, high) = isEnough ? (low, drift) : (drift, high);
        }

        double weight = errors.Length / (errors.Length + PriorErrors);
        return (weight * high * high) + ((1 - weight) * SmallestDrift * SmallestDrift);
    }

    private static IEnumerable<(double Square, double Chance, double Expected)> Errors(PeriodCounts counts, CourseFitter courses, Calendar calendar)
    {
        int block = Math.Max(1, calendar.PeriodsPerYear / 2);
        for (int start = calendar.FewestPeriods; start + block <= counts.JudgedPeriods; start += block)
        {
            ExpectedCourse course = courses.For(counts, start);
            double expected = course.Sum(start, start + block - 1);
            double error = counts.Sum(start, start + block - 1) - expected;
            if (expected >= FewestExpected)
            {
                yield return (error * error, course.PredictiveDispersion(expected) * expected, expected);
            }
        }
    }
}
