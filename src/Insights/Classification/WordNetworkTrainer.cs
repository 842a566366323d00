using System.Numerics.Tensors;
using Insights.Text;

namespace Insights.Classification;

/// <summary>
/// Fits a word network by minimising the logarithmic loss of all heads together (Caruana 1997, Multitask learning) in small batches.
/// The same rows, order and seed give the same bits on every machine: sums are taken in a fixed order.
/// </summary>
internal sealed class WordNetworkTrainer(NetworkTexts texts, WordVectors vectors, NetworkTargets targets, WordNetworkOptions options)
{
    private const int BatchRows = 32;

    /// <summary>Vectors of unit length are lengthened so that a value is some 0.3, the scale of the detectors' weights.</summary>
    private const float VectorLength = 2.4f;

    private readonly NetworkShape shape = new(vectors.Dimensions, options.Detectors, targets.CodeCount);

    /// <summary>Fits on the rows given.</summary>
    public WordNetwork Fit(ReadOnlySpan<int> trainingRows, ulong seed, CancellationToken cancellationToken)
    {
        var random = new SeededRandom(seed);
        var pass = new NetworkPass(shape, targets, options, FirstVectors(), FirstWeights(shape.Detectors * shape.Dimensions, shape.Detectors, shape.Dimensions, ref random), FirstWeights(shape.Inputs * shape.Codes, shape.Codes, shape.Inputs, ref random));
        int[] order = trainingRows.ToArray();
        int batches = (order.Length + BatchRows - 1) / BatchRows;
        int epochs = Math.Max(options.FewestEpochs, (options.FewestSteps + batches - 1) / batches);
        int step = 0;
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            random.Shuffle(order);
            for (int batch = 0; batch < batches; batch++)
            {
                double rate = options.LearningRate * (1 - ((double)step / (epochs * batches)));
                ReadOnlySpan<int> rows = order.AsSpan(batch * BatchRows, Math.Min(BatchRows, order.Length - (batch * BatchRows)));
                pass.Learn(rows, texts, AdamParameters.CorrectedRate(rate, ++step), ref random);
            }
        }

        return pass.ToNetwork(texts.Words);
    }

    private float[] FirstVectors()
    {
        var first = new float[texts.Words.Count * shape.Dimensions];
        for (int word = 0; word < vectors.Table.Count; word++)
        {
            TensorPrimitives.Multiply(vectors.VectorOf(word), VectorLength, first.AsSpan(word * shape.Dimensions, shape.Dimensions));
        }

        return first;
    }

    /// <summary>Evenly spread within ±1/√inputs, thresholds and intercepts 0.</summary>
    private static float[] FirstWeights(int weights, int intercepts, int inputs, ref SeededRandom random)
    {
        const int Steps = 1 << 20;
        var first = new float[weights + intercepts];
        double width = 1 / Math.Sqrt(inputs);
        for (int weight = 0; weight < weights; weight++)
        {
            first[weight] = (float)(width * ((2.0 * random.Below(Steps) / Steps) - 1));
        }

        return first;
    }
}
