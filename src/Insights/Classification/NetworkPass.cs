using System.Numerics.Tensors;
using Insights.Text;

namespace Insights.Classification;

/// <summary>The parameters of a word network while it is fitted, and one batch's way forward and back through them. Not thread-safe.</summary>
internal sealed class NetworkPass
{
    private const int RandomSteps = 1 << 16;

    private readonly NetworkShape shape;
    private readonly NetworkTargets targets;
    private readonly WordNetworkOptions options;
    private readonly AdamParameters vectors;
    private readonly AdamParameters detectors;
    private readonly AdamParameters outputs;
    private readonly int[] slotOfWord;
    private readonly List<int> wordOfSlot = [];
    private readonly List<int> kept = [];
    private readonly List<int> keptEnds = [];
    private readonly float[] input;
    private readonly float[] mask;
    private readonly int[] strongestSlot;
    private readonly float[] scores;
    private float[] seen = [];

    public NetworkPass(NetworkShape shape, NetworkTargets targets, WordNetworkOptions options, float[] vectors, float[] detectors, float[] outputs)
    {
        this.shape = shape;
        this.targets = targets;
        this.options = options;
        this.vectors = new AdamParameters(vectors);
        this.detectors = new AdamParameters(detectors);
        this.outputs = new AdamParameters(outputs);
        slotOfWord = new int[vectors.Length / shape.Dimensions];
        Array.Fill(slotOfWord, -1);
        input = new float[shape.Inputs];
        mask = new float[shape.Inputs];
        strongestSlot = new int[shape.Detectors];
        scores = new float[shape.Codes];
    }

    public WordNetwork ToNetwork(FeatureTable words)
    {
        float[] steps = WeightRounding.RoundRows(vectors.Values, shape.Dimensions);
        return new WordNetwork(words, vectors.Values, steps, detectors.Values, outputs.Values, shape);
    }

    /// <summary>One step of all parameters by the rows of a batch.</summary>
    public void Learn(ReadOnlySpan<int> rows, NetworkTexts texts, float correctedRate, ref SeededRandom random)
    {
        KeepWords(rows, texts, ref random);
        DetectWords();
        for (int row = 0; row < rows.Length; row++)
        {
            LearnRow(rows[row], row == 0 ? 0 : keptEnds[row - 1], keptEnds[row], rows.Length, ref random);
        }

        foreach (int word in wordOfSlot)
        {
            vectors.Step(word * shape.Dimensions, shape.Dimensions, correctedRate);
            slotOfWord[word] = -1;
        }

        detectors.Step(0, detectors.Values.Length, correctedRate);
        outputs.Step(0, outputs.Values.Length, correctedRate);
    }

    /// <summary>Chooses the words that the rows are seen by this time.</summary>
    private void KeepWords(ReadOnlySpan<int> rows, NetworkTexts texts, ref SeededRandom random)
    {
        wordOfSlot.Clear();
        kept.Clear();
        keptEnds.Clear();
        int hidden = (int)(options.WordDropout * RandomSteps);
        foreach (int row in rows)
        {
            foreach (int word in texts.Of(row))
            {
                if (random.Below(RandomSteps) < hidden)
                {
                    continue;
                }

                if (slotOfWord[word] < 0)
                {
                    slotOfWord[word] = wordOfSlot.Count;
                    wordOfSlot.Add(word);
                }

                kept.Add(slotOfWord[word]);
            }

            keptEnds.Add(kept.Count);
        }
    }

    private void DetectWords()
    {
        if (seen.Length < wordOfSlot.Count * shape.Detectors)
        {
            seen = new float[wordOfSlot.Count * shape.Detectors * 2];
        }

        float[] transposed = WordNetwork.Transpose(detectors.Values, shape);
        for (int slot = 0; slot < wordOfSlot.Count; slot++)
        {
            WordNetwork.Detect(VectorOf(slot), transposed, detectors.Values, shape, seen.AsSpan(slot * shape.Detectors, shape.Detectors));
        }
    }

    private void LearnRow(int row, int start, int end, int rowCount, ref SeededRandom random)
    {
        ReadInput(start, end);
        DrawMask(ref random);
        TensorPrimitives.Multiply(input, mask, input);
        outputs.Values.AsSpan(shape.Inputs * shape.Codes, shape.Codes).CopyTo(scores);
        for (int place = 0; place < shape.Inputs; place++)
        {
            if (input[place] != 0)
            {
                TensorPrimitives.MultiplyAdd(outputs.Values.AsSpan(place * shape.Codes, shape.Codes), input[place], scores, scores);
            }
        }

        NetworkLoss.ToGradient(scores, targets, row, options);
        TensorPrimitives.Multiply(scores, (row < targets.MeasuredRows ? 1 : (float)options.PhraseWeight) / rowCount, scores);
        GoBack(start, end);
    }

    /// <summary>The strongest of each detector, and the mean of the words (by √count, so that long texts speak louder).</summary>
    private void ReadInput(int start, int end)
    {
        Array.Clear(input);
        Array.Fill(strongestSlot, -1);
        Span<float> mean = input.AsSpan(shape.Detectors);
        for (int position = start; position < end; position++)
        {
            int slot = kept[position];
            ReadOnlySpan<float> ofWord = seen.AsSpan(slot * shape.Detectors, shape.Detectors);
            for (int detector = 0; detector < ofWord.Length; detector++)
            {
                if (ofWord[detector] > input[detector])
                {
                    input[detector] = ofWord[detector];
                    strongestSlot[detector] = slot;
                }
            }

            TensorPrimitives.Add(mean, VectorOf(slot), mean);
        }

        TensorPrimitives.Multiply(mean, MeanFactor(start, end), mean);
    }

    private void DrawMask(ref SeededRandom random)
    {
        int hidden = (int)(options.DetectorDropout * RandomSteps);
        float lifted = (float)(1 / (1 - options.DetectorDropout));
        for (int place = 0; place < mask.Length; place++)
        {
            mask[place] = random.Below(RandomSteps) < hidden ? 0 : lifted;
        }
    }

    /// <summary>Adds the gradients of a row whose score gradients are in <see cref="scores"/>.</summary>
    private void GoBack(int start, int end)
    {
        Span<float> meanGradient = stackalloc float[shape.Dimensions];
        for (int place = 0; place < shape.Inputs; place++)
        {
            if (mask[place] == 0)
            {
                continue;
            }

            float gradient = 0;
            ReadOnlySpan<float> weights = outputs.Values.AsSpan(place * shape.Codes, shape.Codes);
            for (int code = 0; code < weights.Length; code++)
            {
                gradient += weights[code] * scores[code];
            }

            gradient *= mask[place];
            Span<float> ofPlace = outputs.Gradients.AsSpan(place * shape.Codes, shape.Codes);
            TensorPrimitives.MultiplyAdd(scores, input[place], ofPlace, ofPlace);
            if (place >= shape.Detectors)
            {
                meanGradient[place - shape.Detectors] = gradient * MeanFactor(start, end);
            }
            else if (strongestSlot[place] >= 0)
            {
                GoBackToWord(place, strongestSlot[place], gradient);
            }
        }

        Span<float> intercepts = outputs.Gradients.AsSpan(shape.Inputs * shape.Codes, shape.Codes);
        TensorPrimitives.Add(intercepts, scores, intercepts);
        for (int position = start; position < end; position++)
        {
            Span<float> ofWord = vectors.Gradients.AsSpan(wordOfSlot[kept[position]] * shape.Dimensions, shape.Dimensions);
            TensorPrimitives.Add(ofWord, meanGradient, ofWord);
        }
    }

    private void GoBackToWord(int detector, int slot, float gradient)
    {
        Span<float> ofDetector = detectors.Gradients.AsSpan(detector * shape.Dimensions, shape.Dimensions);
        TensorPrimitives.MultiplyAdd(VectorOf(slot), gradient, ofDetector, ofDetector);
        detectors.Gradients[(shape.Detectors * shape.Dimensions) + detector] += gradient;
        Span<float> ofWord = vectors.Gradients.AsSpan(wordOfSlot[slot] * shape.Dimensions, shape.Dimensions);
        TensorPrimitives.MultiplyAdd(detectors.Values.AsSpan(detector * shape.Dimensions, shape.Dimensions), gradient, ofWord, ofWord);
    }

    private ReadOnlySpan<float> VectorOf(int slot) => vectors.Values.AsSpan(wordOfSlot[slot] * shape.Dimensions, shape.Dimensions);

    private static float MeanFactor(int start, int end) => 1 / MathF.Sqrt(Math.Max(1, end - start));
}
