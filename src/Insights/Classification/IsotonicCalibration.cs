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
        double rate = (isPositive.Count(true) + 1.0) / (isPositive.Length + 2.0);
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

        return ([.. steps.Select(step => (float)(step.ScoreSum / step.Rows))], Probabilities(steps, rate));
    }

    private static float[] Probabilities(List<Step> steps, double rate)
    {
        var probabilities = new float[steps.Count];
        float highest = 0;
        for (int index = 0; index < steps.Count; index++)
        {
            // A small step is drawn further towards the average than a large one before it and could fall below that.
            highest = Math.Max(highest, (float)((steps[index].Positives + (PriorRows * rate)) / (steps[index].Rows + PriorRows)));
            probabilities[index] = highest;
        }

        return probabilities;
    }

    private readonly record struct Step(double Rows, double Positives, double ScoreSum)
    {
        public double Mean => Positives / Rows;

        public Step Join(Step other) => new(Rows + other.Rows, Positives + other.Positives, ScoreSum + other.ScoreSum);
    }
}
