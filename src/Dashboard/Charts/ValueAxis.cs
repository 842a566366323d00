namespace Dashboard.Charts;

/// <summary>A vertical axis from zero with ticks at round numbers (1, 2 or 5 times a power of ten).</summary>
public sealed class ValueAxis
{
    private const double LargestShare = 1;

    // A caller may ask for a little room above the largest value.
    private const double Slack = 1.05;

    private ValueAxis(double step, int steps)
    {
        Ticks = [.. Enumerable.Range(0, steps + 1).Select(index => Math.Round(index * step, 10))];
    }

    public IReadOnlyList<double> Ticks { get; }

    public double Maximum => Ticks[^1];

    /// <summary>The axis that holds <paramref name="largest"/> with at most <paramref name="maximumSteps"/> steps.</summary>
    public static ValueAxis Covering(double largest, ValueFormat format, int maximumSteps)
    {
        double smallestStep = format == ValueFormat.Count ? 1 : 0;
        double wanted = Math.Max(largest, format == ValueFormat.Count ? 1 : double.Epsilon);
        if (!(wanted > double.Epsilon))
        {
            wanted = LargestShare / 10;
        }

        double step = Math.Max(RoundStep(wanted / maximumSteps), smallestStep);
        int steps = Math.Max(1, (int)Math.Ceiling((wanted / step) - 1e-9));

        // A share cannot pass 100%, whatever the round number above it.
        if (format == ValueFormat.Percent && step * steps > LargestShare && largest <= LargestShare * Slack)
        {
            step = LargestShare / 4;
            steps = 4;
        }

        return new ValueAxis(step, steps);
    }

    private static double RoundStep(double rough)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double fraction = rough / power;
        double round = fraction <= 1 ? 1 : fraction <= 2 ? 2 : fraction <= 5 ? 5 : 10;
        return round * power;
    }
}
