using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using Insights.Text;

namespace Insights.Classification;

/// <summary>
/// A small network over word vectors that answers all questions of a model at once: detectors look at each word, a text keeps what each detector saw most of
/// and the mean of its words, and one linear layer scores the codes (in the line of Iyyer et al. 2015, Deep unordered composition rivals syntactic methods).
/// It sees neither order nor spelling, so it errs elsewhere than the linear model and both together err less. Immutable and thread-safe.
/// </summary>
public sealed class WordNetwork
{
    private const int WordsAtOnce = 32;
    private const int PrefetchDistance = 2;
    private const int FloatsOfCacheLine = 16;

    private readonly float[] vectors;

    // For each word what the detectors see in it, then its vector: one run of memory a word of a text. For each input its weights for all codes. Both padded to whole registers.
    private readonly float[] wordRows;
    private readonly float[] outputRows;
    private readonly int detectorWidth;
    private readonly int wordWidth;
    private readonly int codeWidth;
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
        detectorWidth = HeadWeights.PaddedLabels(shape.Detectors);
        wordWidth = detectorWidth + HeadWeights.PaddedLabels(shape.Dimensions);
        codeWidth = HeadWeights.PaddedLabels(shape.Codes);
        wordRows = HugePages.Allocate<float>(words.Count * wordWidth);
        float[] transposed = Transpose(detectors, shape);
        for (int word = 0; word < words.Count; word++)
        {
            ReadOnlySpan<float> vector = vectors.AsSpan(word * shape.Dimensions, shape.Dimensions);
            Detect(vector, transposed, detectors, shape, wordRows.AsSpan(word * wordWidth, shape.Detectors));
            vector.CopyTo(wordRows.AsSpan((word * wordWidth) + detectorWidth));
        }

        outputRows = new float[(shape.Inputs + 1) * codeWidth];
        for (int input = 0; input <= shape.Inputs; input++)
        {
            outputs.AsSpan(input * shape.Codes, shape.Codes).CopyTo(outputRows.AsSpan(input * codeWidth));
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
    internal void AddScores(ReadOnlySpan<TextToken> tokens, float factor, Span<float> scores)
    {
        Span<float> input = stackalloc float[wordWidth];
        input.Clear();
        int known = Pool(tokens, input);
        Span<float> mean = input.Slice(detectorWidth, shape.Dimensions);
        TensorPrimitives.Multiply(mean, 1 / MathF.Sqrt(Math.Max(1, known)), mean);

        Span<float> sums = stackalloc float[codeWidth];
        sums.Clear();
        scores[..shape.Codes].CopyTo(sums);
        AddOutputs(input[..shape.Detectors], 0, factor, sums);
        AddOutputs(mean, shape.Detectors, factor, sums);
        AddOutputs([1], shape.Inputs, factor, sums);
        sums[..shape.Codes].CopyTo(scores);
    }

    /// <summary>The strongest answer of each detector, and the sum of the vectors; returns how many words are known.</summary>
    private int Pool(ReadOnlySpan<TextToken> tokens, Span<float> input)
    {
        // Words are looked up some at a time, so that the rows of the next ones are on their way from memory while one is added.
        Span<int> words = stackalloc int[WordsAtOnce];
        int known = 0;
        while (tokens.Length > 0)
        {
            int taken = Math.Min(tokens.Length, WordsAtOnce);
            int found = LookUp(tokens[..taken], words);
            AddWords(words[..found], input);
            known += found;
            tokens = tokens[taken..];
        }

        return known;
    }

    private int LookUp(ReadOnlySpan<TextToken> tokens, Span<int> words)
    {
        foreach (ref readonly TextToken token in tokens)
        {
            Words.Prefetch(token.Hash);
        }

        int found = 0;
        foreach (ref readonly TextToken token in tokens)
        {
            int word = Words.Find(token.Hash);
            if (word >= 0)
            {
                words[found++] = word;
            }
        }

        return found;
    }

    private void AddWords(ReadOnlySpan<int> words, Span<float> input)
    {
        Span<Vector<float>> pooled = MemoryMarshal.Cast<float, Vector<float>>(input);
        int detectorParts = detectorWidth / Vector<float>.Count;
        for (int index = 0; index < words.Length; index++)
        {
            Prefetch(words[Math.Min(index + PrefetchDistance, words.Length - 1)] * wordWidth);
            ReadOnlySpan<Vector<float>> row = MemoryMarshal.Cast<float, Vector<float>>(wordRows.AsSpan(words[index] * wordWidth, wordWidth));
            int part = 0;
            for (; part < detectorParts; part++)
            {
                pooled[part] = Vector.MaxNative(pooled[part], row[part]);
            }

            for (; part < pooled.Length; part++)
            {
                pooled[part] += row[part];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private unsafe void Prefetch(int place)
    {
        if (Sse.IsSupported)
        {
            for (int line = 0; line < wordWidth; line += FloatsOfCacheLine)
            {
                Sse.Prefetch0(Unsafe.AsPointer(ref wordRows[place + line]));
            }
        }
    }

    private void AddOutputs(ReadOnlySpan<float> input, int firstRow, float factor, Span<float> sums)
    {
        Span<Vector<float>> totals = MemoryMarshal.Cast<float, Vector<float>>(sums);
        for (int index = 0; index < input.Length; index++)
        {
            if (input[index] != 0)
            {
                var value = new Vector<float>(input[index] * factor);
                ReadOnlySpan<Vector<float>> row = MemoryMarshal.Cast<float, Vector<float>>(outputRows.AsSpan((firstRow + index) * codeWidth, codeWidth));
                for (int part = 0; part < totals.Length; part++)
                {
                    totals[part] += row[part] * value;
                }
            }
        }
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
