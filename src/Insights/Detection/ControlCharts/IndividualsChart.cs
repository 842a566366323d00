namespace Insights.Detection.ControlCharts;

/// <summary>
/// The individuals (XmR) chart of the NHS "Making Data Count" guidance: limits from the moving range, four rules, for monthly display.
/// Sources: W. Shewhart (1931); D. Wheeler (1993), Understanding Variation, p. 137; NHS England, Making Data Count, "Strengthening your decisions" (2023).
/// </summary>
public static class IndividualsChart
{
    /// <summary>3 / d₂ with d₂ = 1.128 for ranges of two points (Wheeler 1993).</summary>
    private const double LimitFactor = 2.66;

    /// <summary>Upper limit of the moving range, D₄ for two points: larger ranges are left out when screening (Wheeler 1993).</summary>
    private const double RangeLimitFactor = 3.267;

    /// <summary>Two of the three standard deviations between centre and limit.</summary>
    private const double CloseToLimit = 2.0 / 3;
    private const int RunLength = 7;
    private const int CloseWindow = 3;
    private const int CloseNeeded = 2;

    /// <summary>Judges every point of a series.</summary>
    /// <param name="values">The values in order of time; at least two.</param>
    /// <param name="basePoints">Limits come from this many first points; null uses all.</param>
    /// <param name="screensRanges">True to leave out moving ranges above their own limit, once.</param>
    public static IReadOnlyList<IndividualsPoint> Judge(IReadOnlyList<double> values, int? basePoints = null, bool screensRanges = true)
    {
        int used = Math.Min(basePoints ?? values.Count, values.Count);
        if (used < 2)
        {
            throw new ArgumentException($"The chart needs at least 2 points, found {used}.", nameof(values));
        }

        double mean = values.Take(used).Average();
        double range = MeanRange(values, used, screensRanges);
        double lower = mean - (LimitFactor * range);
        double upper = mean + (LimitFactor * range);
        SpecialCause[] causes = Causes(values, mean, lower, upper);
        return [.. values.Select((value, index) => new IndividualsPoint(value, mean, lower, upper, causes[index]))];
    }

    private static double MeanRange(IReadOnlyList<double> values, int used, bool screens)
    {
        double[] ranges = [.. Enumerable.Range(1, used - 1).Select(index => Math.Abs(values[index] - values[index - 1]))];
        double mean = ranges.Average();
        return screens ? ranges.Where(range => range < RangeLimitFactor * mean).DefaultIfEmpty(0).Average() : mean;
    }

    /// <summary>The rules in their order of precedence: outside the limits, trend, two of three, one side.</summary>
    private static SpecialCause[] Causes(IReadOnlyList<double> values, double mean, double lower, double upper)
    {
        int[] sides = [.. values.Select(value => value.CompareTo(mean))];
        bool[] outside = [.. values.Select(value => value > upper || value < lower)];
        bool[] close = [.. values.Select((value, index) => !outside[index] && IsClose(value, mean, lower, upper))];
        int[] trend = Runs(values.Count, index => index == 0 ? 0 : values[index].CompareTo(values[index - 1]), RunLength - 1, 1);
        int[] oneSide = Runs(values.Count, index => sides[index], RunLength, 0);
        return [.. values.Select((_, index) =>
            outside[index] ? Signed(sides[index], SpecialCause.AboveLimit, SpecialCause.BelowLimit)
            : trend[index] != 0 ? Signed(trend[index], SpecialCause.Rising, SpecialCause.Falling)
            : close[index] && HasCloseNeighbour(index, close, sides) ? Signed(sides[index], SpecialCause.TwoOfThreeAbove, SpecialCause.TwoOfThreeBelow)
            : oneSide[index] != 0 ? Signed(oneSide[index], SpecialCause.RunAbove, SpecialCause.RunBelow)
            : SpecialCause.None)];
    }

    private static SpecialCause Signed(int sign, SpecialCause above, SpecialCause below) => sign > 0 ? above : below;

    private static bool IsClose(double value, double mean, double lower, double upper) =>
        value > mean + (CloseToLimit * (upper - mean)) || value < mean - (CloseToLimit * (mean - lower));

    private static bool HasCloseNeighbour(int index, bool[] close, int[] sides)
    {
        int neighbours = 0;
        for (int shift = 1 - CloseWindow; shift < CloseWindow; shift++)
        {
            int other = index + shift;
            if (shift != 0 && other >= 0 && other < close.Length && close[other] && sides[other] == sides[index])
            {
                neighbours++;
            }
        }

        return neighbours >= CloseNeeded - 1;
    }

    /// <summary>Marks every point of each run of equal signs that is at least <paramref name="length"/> long, with <paramref name="lead"/> points before it.</summary>
    private static int[] Runs(int count, Func<int, int> sign, int length, int lead)
    {
        int[] marks = new int[count];
        int start = 0;
        for (int index = 0; index <= count; index++)
        {
            bool goesOn = index < count && index > start && sign(index) == sign(start);
            if (goesOn)
            {
                continue;
            }

            if (index > start && sign(start) != 0 && index - start >= length)
            {
                Array.Fill(marks, sign(start), Math.Max(0, start - lead), index - start + Math.Min(lead, start));
            }

            start = index;
        }

        return marks;
    }
}
