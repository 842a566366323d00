namespace Insights.Classification;

/// <summary>The logarithmic loss of a word network: softmax where one code is right, a logistic curve a code where several may be.</summary>
internal static class NetworkLoss
{
    /// <summary>Turns the scores of a row into the loss's gradient by them: probability − target.</summary>
    public static void ToGradient(Span<float> scores, NetworkTargets targets, int row, WordNetworkOptions options)
    {
        ReadOnlySpan<float> wanted = targets.Of(row);
        for (int head = 0; head < targets.Heads.Count; head++)
        {
            LabelMatrix labels = targets.Heads[head];
            Span<float> ofHead = scores.Slice(targets.Starts[head], labels.Codes.Count);
            ReadOnlySpan<float> wantedOfHead = wanted.Slice(targets.Starts[head], labels.Codes.Count);
            if (labels.IsMultiLabel)
            {
                Logistic(ofHead, wantedOfHead, (float)options.ManyLabelsWeight);
            }
            else
            {
                Softmax(ofHead, wantedOfHead);
            }
        }
    }

    private static void Logistic(Span<float> scores, ReadOnlySpan<float> wanted, float weight)
    {
        for (int code = 0; code < scores.Length; code++)
        {
            scores[code] = float.IsNaN(wanted[code]) ? 0 : weight * ((1 / (1 + MathF.Exp(-scores[code]))) - wanted[code]);
        }
    }

    private static void Softmax(Span<float> scores, ReadOnlySpan<float> wanted)
    {
        if (float.IsNaN(wanted[0]))
        {
            scores.Clear();
            return;
        }

        Span<double> probabilities = stackalloc double[scores.Length];
        CalibrationTrainer.Softmax(scores, 1, probabilities);
        for (int code = 0; code < scores.Length; code++)
        {
            scores[code] = (float)probabilities[code] - wanted[code];
        }
    }
}
