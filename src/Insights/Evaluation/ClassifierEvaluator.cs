using Insights.Classification;

namespace Insights.Evaluation;

/// <summary>Compares predictions with the right labels, row by row.</summary>
public sealed class ClassifierEvaluator(IReadOnlyList<string> codes, bool isMultiLabel)
{
    /// <summary>Equal bins of probability in the reliability diagram and the expected calibration error (Guo et al. 2017, p. 3, use 15; 10 read more easily).</summary>
    public const int BinCount = 10;

    private readonly LabelCounts counts = new(codes.Count);
    private readonly int[] binRows = new int[BinCount];
    private readonly double[] binProbability = new double[BinCount];
    private readonly int[] binRight = new int[BinCount];
    private readonly Dictionary<(int Right, int Given), int> confusions = [];
    private int rows;
    private int exact;

    /// <summary>Adds one row.</summary>
    public void Add(HeadPrediction prediction, ReadOnlySpan<int> right)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        rows++;
        counts.Add(prediction.Labels, right);
        exact += right.SequenceEqual(prediction.Labels) ? 1 : 0;
        if (isMultiLabel)
        {
            for (int label = 0; label < codes.Count; label++)
            {
                AddToBin(prediction.Probabilities[label], right.Contains(label));
            }

            return;
        }

        int given = prediction.Labels[0];
        AddToBin(prediction.Probabilities[given], right.Contains(given));
        if (right.Length > 0 && right[0] != given)
        {
            confusions[(right[0], given)] = confusions.GetValueOrDefault((right[0], given)) + 1;
        }
    }

    public ClassifierEvaluation Evaluate() => new()
    {
        Rows = rows,
        Accuracy = rows == 0 ? 0 : (double)exact / rows,
        ExactMatch = rows == 0 ? 0 : (double)exact / rows,
        MicroF1 = counts.MicroF1,
        MacroF1 = counts.MacroF1,
        ExpectedCalibrationError = ExpectedCalibrationError(),
        Classes = [.. codes.Select((code, label) => new ClassEvaluation(
            code, counts.PrecisionOf(label), counts.RecallOf(label), counts.F1Of(label), counts.SupportOf(label)))],
        Reliability = [.. Enumerable.Range(0, BinCount).Where(bin => binRows[bin] > 0).Select(bin => new ReliabilityBin(
            binRows[bin], binProbability[bin] / binRows[bin], (double)binRight[bin] / binRows[bin]))],
        Confusions = [.. confusions
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key)
            .Select(pair => new LabelConfusion(codes[pair.Key.Right], codes[pair.Key.Given], pair.Value))],
    };

    private void AddToBin(double probability, bool isRight)
    {
        int bin = Math.Min(BinCount - 1, (int)(probability * BinCount));
        binRows[bin]++;
        binProbability[bin] += probability;
        binRight[bin] += isRight ? 1 : 0;
    }

    private double ExpectedCalibrationError()
    {
        int total = binRows.Sum();
        double error = 0;
        for (int bin = 0; bin < BinCount; bin++)
        {
            error += Math.Abs(binProbability[bin] - binRight[bin]);
        }

        return total == 0 ? 0 : error / total;
    }
}
