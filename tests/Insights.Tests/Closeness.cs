using Shouldly;

namespace Insights.Tests;

internal static class Closeness
{
    /// <summary>Relative closeness, absolute below 1e-300.</summary>
    public static void ShouldBeRelatively(this double actual, double expected, double tolerance, string what)
    {
        if (double.IsNaN(expected))
        {
            return;
        }

        double difference = Math.Abs(actual - expected);
        (difference <= tolerance * Math.Max(Math.Abs(expected), 1e-300) || actual.Equals(expected)).ShouldBeTrue($"{what}: expected {expected:R}, found {actual:R}");
    }
}
