namespace Insights.Classification;

/// <summary>The one-variable problem of dual coordinate descent for logistic regression, solved by Newton's method (Yu, Huang and Lin 2011, p. 51–54).</summary>
internal static class LogisticStep
{
    private const int MostNewtonSteps = 100;
    private const double NewtonTolerance = 1e-4;

    /// <summary>By how much a step that would leave the interval is cut instead.</summary>
    private const double Shrinkage = 0.1;

    /// <summary>Where a dual variable starts: inside (0, C), near 0.</summary>
    public static float FirstAlpha(float cost) => (float)Math.Min(1e-3 * cost, 1e-8);

    /// <summary>
    /// Minimises ½·a·(z − α)² + b·(z − α) + z·ln z + (C − z)·ln(C − z) over 0 &lt; z &lt; C, from whichever end of the interval the minimum is nearer to.
    /// </summary>
    /// <param name="alpha">α, the value so far, strictly inside (0, C).</param>
    /// <param name="cost">C &gt; 0.</param>
    /// <param name="squaredLength">a, the row's squared length.</param>
    /// <param name="margin">b = y·f(x).</param>
    /// <param name="violation">The size of the gradient before the step.</param>
    public static float Solve(float alpha, float cost, float squaredLength, float margin, out float violation)
    {
        double old = alpha;
        bool mirrored = (0.5 * squaredLength * (cost - (2 * old))) + margin < 0;
        double start = mirrored ? cost - old : old;
        double slope = mirrored ? -margin : margin;
        double z = start;
        if (cost - z < 0.5 * cost)
        {
            z *= Shrinkage;
        }

        double gradient = Gradient(z);
        violation = (float)Math.Abs(gradient);
        for (int step = 0; step < MostNewtonSteps && Math.Abs(gradient) >= NewtonTolerance; step++)
        {
            double curvature = squaredLength + (cost / (cost - z) / z);
            double next = z - (gradient / curvature);
            z = next <= 0 ? z * Shrinkage : Math.Min(next, cost * (1 - 1e-7));
            gradient = Gradient(z);
        }

        double solved = mirrored ? cost - z : z;
        return (float)Math.Clamp(solved, cost * 1e-12, cost * (1 - 1e-7));

        double Gradient(double at) => (squaredLength * (at - start)) + slope + Math.Log(at / (cost - at));
    }
}
