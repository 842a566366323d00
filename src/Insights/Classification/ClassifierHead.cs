using Insights.Text;

namespace Insights.Classification;

/// <summary>One question a model answers about a text: which of these codes. Immutable and thread-safe.</summary>
public sealed class ClassifierHead
{
    private readonly CalibrationCurve[] curves;
    private readonly float[] thresholds;

    internal ClassifierHead(string name, IReadOnlyList<string> codes, HeadWeights weights, double temperature, CalibrationCurve[] curves, float[] thresholds, NetworkShare? network = null)
    {
        Name = name;
        Codes = codes;
        Weights = weights;
        Temperature = temperature;
        Network = network ?? NetworkShare.None;
        this.curves = curves;
        this.thresholds = thresholds;
    }

    /// <summary>What the head decides, such as the label column's name.</summary>
    public string Name { get; }

    /// <summary>The codes in ordinal order.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>True when a text may get several codes or none; false when it gets exactly one.</summary>
    public bool IsMultiLabel => curves.Length > 0;

    public HeadWeights Weights { get; }

    /// <summary>How the scores of the model's word network are added.</summary>
    public NetworkShare Network { get; }

    /// <summary>For one code a text: the factor of the scores in the softmax.</summary>
    public double Temperature { get; }

    /// <summary>For several codes a text: one curve a code.</summary>
    public IReadOnlyList<CalibrationCurve> Curves => curves;

    /// <summary>For several codes a text: the score above which each code is given.</summary>
    public IReadOnlyList<float> Thresholds => thresholds;

    /// <summary>The index of a code, or −1.</summary>
    public int IndexOf(string code) => Codes.Index().Where(pair => string.Equals(pair.Item, code, StringComparison.Ordinal)).Select(pair => pair.Index).DefaultIfEmpty(-1).First();

    /// <summary>Decides about a text.</summary>
    public HeadPrediction Predict(TextVector vector)
    {
        Span<float> scores = stackalloc float[Weights.Stride];
        Score(vector, scores);
        return Decide(scores[..Codes.Count]);
    }

    /// <summary>Writes the scores that <see cref="Decide"/> decides from.</summary>
    /// <param name="vector">The text.</param>
    /// <param name="scores">As long as the padded labels.</param>
    internal void Score(TextVector vector, Span<float> scores)
    {
        ArgumentNullException.ThrowIfNull(vector);
        Weights.Score(vector, scores);
        Network.AddTo(scores[..Codes.Count], vector.NetworkScores);
    }

    /// <summary>The same head with other probabilities; what it decides stays.</summary>
    internal ClassifierHead WithTemperature(double temperature) => new(Name, Codes, Weights, temperature, curves, thresholds, Network);

    /// <summary>Decides from scores.</summary>
    internal HeadPrediction Decide(ReadOnlySpan<float> scores)
    {
        var probabilities = new double[scores.Length];
        if (!IsMultiLabel)
        {
            CalibrationTrainer.Softmax(scores, Temperature, probabilities);
            int best = 0;
            for (int label = 1; label < scores.Length; label++)
            {
                best = scores[label] > scores[best] ? label : best;
            }

            return new HeadPrediction(probabilities, [best]);
        }

        var given = new List<int>();
        for (int label = 0; label < scores.Length; label++)
        {
            probabilities[label] = curves[label].Probability(scores[label]);
            if (scores[label] > thresholds[label])
            {
                given.Add(label);
            }
        }

        return new HeadPrediction(probabilities, [.. given]);
    }
}
