using System.Numerics.Tensors;
using Insights.Text;

namespace Insights.Classification;

/// <summary>
/// A small network over word vectors that answers all questions of a model at once: detectors look at each word, a text keeps what each detector saw most of
/// and the mean of its words, and one linear layer scores the codes (in the line of Iyyer et al. 2015, Deep unordered composition rivals syntactic methods).
/// It sees neither order nor spelling, so it errs elsewhere than the linear model and both together err less. Immutable and thread-safe.
/// </summary>
public sealed class WordNetwork
{
    private readonly float[] vectors;
    private readonly float[] seen;
    private readonly NetworkShape shape;

    /// <param name="words">Hashes of the words known.</param>
    /// <param name="vectors">For each word its vector.</param>
    /// <param name="vectorSteps">For each word the step that its values are multiples of.</param>
    /// <param name="detectors">For each detector its weights, then a threshold a detector.</param>
    /// <param name="outputs">For each detector and each dimension its weights for all codes, then an intercept a code.</param>
    /// <param name="shape">Sizes.</param>
    internal WordNetwork(FeatureTable words, float[] vectors, float[] vectorSteps, float[] detectors, float[] outputs, NetworkShape shape)
    {
        Words = words;
        this.vectors = vectors;
        VectorSteps = vectorSteps;
        this.shape = shape;
        DetectorWeights = detectors;
        OutputWeights = outputs;
        seen = new float[words.Count * shape.Detectors];
        float[] transposed = Transpose(detectors, shape);
        for (int word = 0; word < words.Count; word++)
        {
            Detect(vectors.AsSpan(word * shape.Dimensions, shape.Dimensions), transposed, detectors, shape, seen.AsSpan(word * shape.Detectors, shape.Detectors));
        }
    }

    /// <summary>The words known.</summary>
    public FeatureTable Words { get; }

    internal NetworkShape Shape => shape;

    internal float[] Vectors => vectors;

    internal float[] VectorSteps { get; }

    internal float[] DetectorWeights { get; }

    internal float[] OutputWeights { get; }

    /// <summary>Adds the score of each code, head after head, times a factor.</summary>
    internal void AddScores(IReadOnlyList<TextToken> tokens, float factor, Span<float> scores)
    {
        Span<float> input = stackalloc float[shape.Inputs];
        input.Clear();
        Span<float> strongest = input[..shape.Detectors];
        Span<float> mean = input[shape.Detectors..];
        int known = 0;
        for (int token = 0; token < tokens.Count; token++)
        {
            int word = Words.Find(tokens[token].Hash);
            if (word >= 0)
            {
                known++;
                TensorPrimitives.Max(strongest, seen.AsSpan(word * shape.Detectors, shape.Detectors), strongest);
                TensorPrimitives.Add(mean, vectors.AsSpan(word * shape.Dimensions, shape.Dimensions), mean);
            }
        }

        TensorPrimitives.Multiply(mean, 1 / MathF.Sqrt(Math.Max(1, known)), mean);
        for (int row = 0; row < shape.Inputs; row++)
        {
            if (input[row] != 0)
            {
                TensorPrimitives.MultiplyAdd(OutputWeights.AsSpan(row * shape.Codes, shape.Codes), input[row] * factor, scores[..shape.Codes], scores[..shape.Codes]);
            }
        }

        TensorPrimitives.MultiplyAdd(OutputWeights.AsSpan(shape.Inputs * shape.Codes, shape.Codes), factor, scores[..shape.Codes], scores[..shape.Codes]);
    }

    /// <summary>What each detector sees in a word: max(0, weights · vector + threshold).</summary>
    internal static void Detect(ReadOnlySpan<float> vector, float[] transposed, float[] detectors, NetworkShape shape, Span<float> seen)
    {
        detectors.AsSpan(shape.Detectors * shape.Dimensions, shape.Detectors).CopyTo(seen);
        for (int dimension = 0; dimension < shape.Dimensions; dimension++)
        {
            TensorPrimitives.MultiplyAdd(transposed.AsSpan(dimension * shape.Detectors, shape.Detectors), vector[dimension], seen, seen);
        }

        TensorPrimitives.Max(seen, 0f, seen);
    }

    /// <summary>Detector weights with the dimension first.</summary>
    internal static float[] Transpose(float[] detectors, NetworkShape shape)
    {
        var transposed = new float[shape.Detectors * shape.Dimensions];
        for (int detector = 0; detector < shape.Detectors; detector++)
        {
            for (int dimension = 0; dimension < shape.Dimensions; dimension++)
            {
                transposed[(dimension * shape.Detectors) + detector] = detectors[(detector * shape.Dimensions) + dimension];
            }
        }

        return transposed;
    }
}
