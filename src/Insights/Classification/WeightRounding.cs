using Insights.Text;

namespace Insights.Classification;

/// <summary>
/// Rounds weights to whole multiples of a step, −127 to 127 of them, so that a weight takes one byte in the model file. It happens when a model is fitted, so that
/// a model says the same before and after it was stored, and what cross-validation measures is what ships.
/// </summary>
internal static class WeightRounding
{
    public const int MostSteps = 127;

    /// <summary>Rounds in place; returns the step of each block and padded label.</summary>
    public static float[] Round(float[] weights, FeatureLayout layout, int stride)
    {
        var steps = new float[FeatureLayout.BlockCount * stride];
        foreach (FeatureBlock block in FeatureLayout.Blocks)
        {
            Span<float> ofBlock = steps.AsSpan((int)block * stride, stride);
            Span<float> blockWeights = weights.AsSpan(layout.StartOf(block) * stride, layout.CountOf(block) * stride);
            for (int place = 0; place < blockWeights.Length; place++)
            {
                ofBlock[place % stride] = Math.Max(ofBlock[place % stride], Math.Abs(blockWeights[place]) / MostSteps);
            }

            for (int place = 0; place < blockWeights.Length; place++)
            {
                float step = ofBlock[place % stride];
                blockWeights[place] = step > 0 ? StepsOf(blockWeights[place], step) * step : 0;
            }
        }

        return steps;
    }

    /// <summary>Rounds rows each by a step of its own; returns the steps.</summary>
    public static float[] RoundRows(float[] values, int rowLength)
    {
        var steps = new float[values.Length / rowLength];
        for (int row = 0; row < steps.Length; row++)
        {
            Span<float> ofRow = values.AsSpan(row * rowLength, rowLength);
            foreach (float value in ofRow)
            {
                steps[row] = Math.Max(steps[row], Math.Abs(value) / MostSteps);
            }

            for (int place = 0; place < rowLength; place++)
            {
                ofRow[place] = steps[row] > 0 ? StepsOf(ofRow[place], steps[row]) * steps[row] : 0;
            }
        }

        return steps;
    }

    /// <summary>How many steps a weight is.</summary>
    public static sbyte StepsOf(float weight, float step) => step > 0 ? (sbyte)Math.Clamp((int)MathF.Round(weight / step), -MostSteps, MostSteps) : (sbyte)0;
}
