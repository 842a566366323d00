namespace Insights.Classification;

/// <summary>Counts of right and wrong labels, and the F1 measures that follow from them.</summary>
public sealed class LabelCounts(int labelCount)
{
    private readonly int[] truePositives = new int[labelCount];
    private readonly int[] predicted = new int[labelCount];
    private readonly int[] support = new int[labelCount];

    /// <summary>F1 over all decisions together; favours common labels. 0 to 1, more is better.</summary>
    public double MicroF1 => F1(truePositives.Sum(), predicted.Sum(), support.Sum());

    /// <summary>Mean F1 of the labels that occur or were given; each counts alike, so it swings with the rarest. 0 to 1, more is better.</summary>
    public double MacroF1
    {
        get
        {
            int[] seen = [.. Enumerable.Range(0, support.Length).Where(label => support[label] + predicted[label] > 0)];
            return seen.Length == 0 ? 0 : seen.Average(F1Of);
        }
    }

    public int SupportOf(int label) => support[label];

    public double PrecisionOf(int label) => predicted[label] == 0 ? 0 : (double)truePositives[label] / predicted[label];

    public double RecallOf(int label) => support[label] == 0 ? 0 : (double)truePositives[label] / support[label];

    public double F1Of(int label) => F1(truePositives[label], predicted[label], support[label]);

    /// <summary>Counts one row.</summary>
    public void Add(ReadOnlySpan<int> given, ReadOnlySpan<int> right)
    {
        foreach (int label in given)
        {
            predicted[label]++;
            truePositives[label] += right.Contains(label) ? 1 : 0;
        }

        foreach (int label in right)
        {
            support[label]++;
        }
    }

    internal void AddScores(ReadOnlySpan<float> scores, ReadOnlySpan<float> thresholds, ReadOnlySpan<int> right)
    {
        for (int label = 0; label < scores.Length; label++)
        {
            if (scores[label] > thresholds[label])
            {
                predicted[label]++;
                truePositives[label] += right.Contains(label) ? 1 : 0;
            }
        }

        foreach (int label in right)
        {
            support[label]++;
        }
    }

    private static double F1(int right, int given, int wanted) => given + wanted == 0 ? 0 : 2.0 * right / (given + wanted);
}
