namespace Insights.Classification;

/// <summary>
/// The rising step function of the score nearest to what was seen, by pooling adjacent violators (Ayer, Brunk, Ewing, Reid and Silverman 1955;
/// Zadrozny and Elkan 2002, Transforming classifier scores into accurate multiclass probability estimates, p. 696), read with straight lines between its steps.
/// </summary>
internal static class IsotonicCalibration
{
    /// <summary>Imagined rows of the average rate mixed into each step, so that no step claims certainty.</summary>
    private const double PriorRows = 1;

    /// <summary>The knots of the curve: rising scores with rising probabilities.</summary>
    public static (float[] Scores, float[] Probabilities) Fit(ReadOnlySpan<float> scores, ReadOnlySpan<bool> isPositive)
    {
        int[] order = [.. Enumerable.Range(0, scores.Length)];
        float[] keys = scores.ToArray();
        Array.Sort(keys, order);
        double rate = (double)isPositive.Count(true) / Math.Max(1, isPositive.Length);
        var steps = new List<Step>();
        for (int position = 0; position < order.Length; position++)
        {
            steps.Add(new Step(1, isPositive[order[position]] ? 1 : 0, keys[position]));
            while (steps.Count > 1 && steps[^2].Mean >= steps[^1].Mean)
            {
                Step last = steps[^1];
                steps.RemoveAt(steps.Count - 1);
                steps[^1] = steps[^1].Join(last);
            }
        }

        return ([.. steps.Select(step => (float)(step.ScoreSum / step.Rows))],
            [.. steps.Select(step => (float)((step.Positives + (PriorRows * rate)) / (step.Rows + PriorRows)))]);
    }

    private readonly record struct Step(double Rows, double Positives, double ScoreSum)
    {
        public double Mean => Positives / Rows;

        public Step Join(Step other) => new(Rows + other.Rows, Positives + other.Positives, ScoreSum + other.ScoreSum);
    }
}
