using Shouldly;

namespace Insights.Tests;

internal static class Closeness
{
    /// <summary>Relative closeness; absolute below <paramref name="smallest"/>.</summary>
    public static void ShouldBeRelatively(this double actual, double expected, double tolerance, string what, double smallest = 1e-300)
    {
        if (double.IsNaN(expected))
        {
            return;
        }

        double difference = Math.Abs(actual - expected);
        (difference <= tolerance * Math.Max(Math.Abs(expected), smallest) || actual.Equals(expected)).ShouldBeTrue($"{what}: expected {expected:R}, found {actual:R}");
    }
}
