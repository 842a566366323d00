namespace Insights.Classification;

/// <summary>
/// Finds likely slips in labels: rows that a model trained without them puts confidently elsewhere
/// (the self-confidence ranking of Northcutt, Jiang and Chuang 2021, Confident learning, p. 1382).
/// </summary>
internal static class LabelContradictions
{
    public const int MostReported = 200;

    /// <summary>Below this probability of what people gave, or above one minus it for what they did not give, a label is called contradicted.</summary>
    private const double ConfidentlyWrong = 0.1;

    public static IReadOnlyList<LabelContradiction> Find(ClassifierHead head, float[] scores, int stride, LabelMatrix labels)
    {
        var found = new List<LabelContradiction>();
        for (int row = 0; row < labels.RowCount; row++)
        {
            ReadOnlySpan<float> ofRow = scores.AsSpan(row * stride, labels.Codes.Count);
            if (!float.IsNaN(ofRow[0]))
            {
                Compare(head, row, head.Decide(ofRow), labels, found);
            }
        }

        return [.. found.OrderByDescending(item => item.Probability).ThenBy(item => item.Row).Take(MostReported)];
    }

    private static void Compare(ClassifierHead head, int row, HeadPrediction prediction, LabelMatrix labels, List<LabelContradiction> found)
    {
        if (!labels.IsMultiLabel)
        {
            int given = labels.LabelsOf(row)[0];
            int suggested = prediction.Labels[0];
            if (given != suggested && prediction.Probabilities[given] < ConfidentlyWrong)
            {
                found.Add(new LabelContradiction(row, head.Codes[given], head.Codes[suggested], prediction.Probabilities[suggested]));
            }

            return;
        }

        for (int label = 0; label < head.Codes.Count; label++)
        {
            double probability = prediction.Probabilities[label];
            bool isGiven = labels.Has(row, label);
            if (isGiven && probability < ConfidentlyWrong)
            {
                found.Add(new LabelContradiction(row, head.Codes[label], string.Empty, 1 - probability));
            }
            else if (!isGiven && probability > 1 - ConfidentlyWrong)
            {
                found.Add(new LabelContradiction(row, string.Empty, head.Codes[label], probability));
            }
        }
    }
}
