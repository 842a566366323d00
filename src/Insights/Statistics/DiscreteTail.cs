namespace Insights.Statistics;

/// <summary>Tails of unimodal count distributions by summing ratios of neighbouring masses from the edge outwards: no cancellation, no underflow.</summary>
internal static class DiscreteTail
{
    private const double Negligible = 1e-17;
    private const double RoundingAllowance = 1e-14;

    public static double LogUpper(int count, double mean, Func<int, double> logMass, Func<int, double> ratioToPrevious)
    {
        if (count <= 0)
        {
            return 0;
        }

        return count > mean
            ? logMass(count) + Math.Log(SumUpwards(count, ratioToPrevious))
            : Log1P(-LowerFrom(count - 1, logMass, ratioToPrevious));
    }

    public static double Lower(int count, double mean, Func<int, double> logMass, Func<int, double> ratioToPrevious)
    {
        if (count < 0)
        {
            return 0;
        }

        return count < mean
            ? LowerFrom(count, logMass, ratioToPrevious)
            : 1 - Math.Exp(LogUpper(count + 1, mean, logMass, ratioToPrevious));
    }

    public static int Quantile(double probability, double mean, double variance, Func<int, double> lowerTail)
    {
        if (!(probability >= 0 && probability < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "The probability must be at least 0 and below 1.");
        }

        // Rounding in the tail must not push an exact quantile one count up.
        double target = probability * (1 - RoundingAllowance);
        int high = (int)Math.Ceiling(mean + Math.Sqrt(variance)) + 1;
        while (lowerTail(high) < target)
        {
            high = checked(high * 2);
        }

        int low = -1;
        while (high - low > 1)
        {
            int middle = low + ((high - low) / 2);
            (low, high) = lowerTail(middle) >= target ? (low, middle) : (middle, high);
        }

        return high;
    }

    private static double SumUpwards(int count, Func<int, double> ratioToPrevious)
    {
        double sum = 1;
        double term = 1;
        for (int at = count + 1; term > sum * Negligible; at++)
        {
            term *= ratioToPrevious(at);
            sum += term;
        }

        return sum;
    }

    private static double LowerFrom(int count, Func<int, double> logMass, Func<int, double> ratioToPrevious)
    {
        double sum = 1;
        double term = 1;
        for (int at = count; at > 0 && term > sum * Negligible; at--)
        {
            term /= ratioToPrevious(at);
            sum += term;
        }

        return Math.Exp(logMass(count)) * sum;
    }

    private static double Log1P(double x)
    {
        // Math has no log1p; the correction is Kahan's.
        double shifted = 1 + x;
        return shifted == 1 ? x : Math.Log(shifted) * (x / (shifted - 1));
    }
}
