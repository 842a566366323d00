namespace Insights.Detection.Scanning;

/// <summary>
/// When a rise began: the period from which a level raised by one factor explains the counts best, and all periods that do so nearly as well.
/// The likelihood-ratio set of D. V. Hinkley (1970), Biometrika 57, pp. 1–17, with the deviance divided by the dispersion.
/// </summary>
internal static class ChangePoint
{
    /// <summary>The 95% point of χ² with one degree of freedom.</summary>
    private const double LargestDeviance = 3.84;

    /// <summary>Beginnings are sought up to half a year before the window and within it.</summary>
    /// <returns>0-based first and last period in which it can have begun.</returns>
    public static (int Earliest, int Latest) Of(RaisedWindow window, Calendar calendar)
    {
        int first = Math.Max(calendar.FewestPeriods, window.Start - calendar.HalfYear);
        double[] gains = new double[window.End - first + 1];
        for (int start = first; start <= window.End; start++)
        {
            gains[start - first] = Gain(window, start);
        }

        double best = gains.Max();
        int at = Array.IndexOf(gains, best);
        int earliest = at;
        int latest = at;
        while (earliest > 0 && IsNear(gains[earliest - 1], best, window))
        {
            earliest--;
        }

        while (latest < gains.Length - 1 && IsNear(gains[latest + 1], best, window))
        {
            latest++;
        }

        return (first + earliest, first + latest);
    }

    private static bool IsNear(double gain, double best, RaisedWindow window) => 2 * (best - gain) <= LargestDeviance * window.Course.Dispersion;

    /// <summary>Poisson log-likelihood ratio of one raised (or lowered) level from a period on against the course.</summary>
    private static double Gain(RaisedWindow window, int start)
    {
        double expected = window.Course.Sum(start, window.End);
        double observed = window.Series.Sum(start, window.End);
        bool isWay = window.IsFall ? observed < expected : observed > expected;
        return isWay && expected > 0 ? (observed > 0 ? observed * Math.Log(observed / expected) : 0) - (observed - expected) : 0;
    }
}
