using System.Numerics;

namespace Insights.Classification;

/// <summary>
/// Parameters with their gradients, moved by Adam (Kingma and Ba 2015, Adam: a method for stochastic optimization, algorithm 1). Every operation is element by element,
/// so that the width of the machine's vectors does not change a bit of the result.
/// </summary>
internal sealed class AdamParameters(float[] values)
{
    private const float FirstDecay = 0.9f;
    private const float SecondDecay = 0.999f;
    private const float Epsilon = 1e-8f;

    private readonly float[] first = new float[values.Length];
    private readonly float[] second = new float[values.Length];

    public float[] Values { get; } = values;

    public float[] Gradients { get; } = new float[values.Length];

    /// <summary>The step size with the correction for moments that started at 0.</summary>
    public static float CorrectedRate(double rate, int step) => (float)(rate * Math.Sqrt(1 - Math.Pow(SecondDecay, step)) / (1 - Math.Pow(FirstDecay, step)));

    /// <summary>Moves some of the parameters by their gradients and clears these.</summary>
    public void Step(int start, int length, float correctedRate)
    {
        int lanes = Vector<float>.Count;
        int end = start + length;
        int at = start;
        for (; at + lanes <= end; at += lanes)
        {
            var gradient = new Vector<float>(Gradients, at);
            Vector<float> mean = (new Vector<float>(first, at) * FirstDecay) + (gradient * (1 - FirstDecay));
            Vector<float> square = (new Vector<float>(second, at) * SecondDecay) + (gradient * gradient * (1 - SecondDecay));
            mean.CopyTo(first, at);
            square.CopyTo(second, at);
            (new Vector<float>(Values, at) - (mean * correctedRate / (Vector.SquareRoot(square) + new Vector<float>(Epsilon)))).CopyTo(Values, at);
        }

        for (; at < end; at++)
        {
            first[at] = (first[at] * FirstDecay) + (Gradients[at] * (1 - FirstDecay));
            second[at] = (second[at] * SecondDecay) + (Gradients[at] * Gradients[at] * (1 - SecondDecay));
            Values[at] -= first[at] * correctedRate / (MathF.Sqrt(second[at]) + Epsilon);
        }

        Gradients.AsSpan(start, length).Clear();
    }
}
