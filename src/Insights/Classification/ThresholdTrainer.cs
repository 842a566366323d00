namespace Insights.Classification;

/// <summary>
/// Chooses above which score a label is given. Each label's own best threshold (for F1) is drawn towards the one best for all labels together (for micro-F1):
/// threshold = (rows with the label · own + strength · common) / (rows with the label + strength). A rare label has too few rows to choose by.
/// </summary>
internal static class ThresholdTrainer
{
    /// <summary>Strengths tried; the one with the best mean of micro- and macro-F1 on rows not chosen by is taken.</summary>
    private static readonly double[] Strengths = [2, 5, 10, 20, 40, 80, 160];

    /// <summary>One threshold a label.</summary>
    /// <param name="scores">Scores of rows by fits that had not seen them.</param>
    /// <param name="stride">Floats a row.</param>
    /// <param name="labels">The right labels.</param>
    /// <param name="foldOfRow">Folds by which the strength is chosen.</param>
    /// <param name="foldCount">Number of folds that have scores.</param>
    public static float[] Fit(float[] scores, int stride, LabelMatrix labels, int[] foldOfRow, int foldCount)
    {
        int[] all = [.. Enumerable.Range(0, labels.RowCount).Where(row => foldOfRow[row] >= 0 && foldOfRow[row] < foldCount)];
        if (foldCount < 2)
        {
            return Thresholds(scores, stride, labels, all)(Strengths[Strengths.Length / 2]);
        }

        var counts = Strengths.Select(_ => new LabelCounts(labels.Codes.Count)).ToArray();
        for (int fold = 0; fold < foldCount; fold++)
        {
            Func<double, float[]> thresholdsAt = Thresholds(scores, stride, labels, [.. all.Where(row => foldOfRow[row] != fold)]);
            for (int index = 0; index < Strengths.Length; index++)
            {
                float[] thresholds = thresholdsAt(Strengths[index]);
                foreach (int row in all.Where(row => foldOfRow[row] == fold))
                {
                    counts[index].AddScores(scores.AsSpan(row * stride, labels.Codes.Count), thresholds, labels.LabelsOf(row));
                }
            }
        }

        int best = Enumerable.Range(0, Strengths.Length).MaxBy(index => counts[index].MicroF1 + counts[index].MacroF1);
        return Thresholds(scores, stride, labels, all)(Strengths[best]);
    }

    private static Func<double, float[]> Thresholds(float[] scores, int stride, LabelMatrix labels, int[] rows)
    {
        int labelCount = labels.Codes.Count;
        var own = new double[labelCount];
        var support = new double[labelCount];
        var everything = new List<(float Score, bool IsPositive)>(rows.Length * labelCount);
        for (int label = 0; label < labelCount; label++)
        {
            List<(float Score, bool IsPositive)> ofLabel = [.. rows.Select(row => (scores[(row * stride) + label], labels.Has(row, label)))];
            everything.AddRange(ofLabel);
            support[label] = ofLabel.Count(pair => pair.IsPositive);
            own[label] = BestForF1(ofLabel);
        }

        double common = BestForF1(everything);
        return strength => [.. Enumerable.Range(0, labelCount).Select(label =>
            (float)(((support[label] * own[label]) + (strength * common)) / (support[label] + strength)))];
    }

    /// <summary>The threshold with the greatest F1, half-way between the scores that it parts.</summary>
    private static double BestForF1(List<(float Score, bool IsPositive)> pairs)
    {
        pairs.Sort((left, right) => right.Score.CompareTo(left.Score));
        int positives = pairs.Count(pair => pair.IsPositive);
        int found = 0;
        double best = -1;
        double threshold = 0;
        for (int taken = 1; taken <= pairs.Count; taken++)
        {
            found += pairs[taken - 1].IsPositive ? 1 : 0;
            double f1 = 2.0 * found / (taken + positives);
            if (f1 > best && (taken == pairs.Count || pairs[taken].Score < pairs[taken - 1].Score))
            {
                best = f1;
                threshold = taken < pairs.Count ? (pairs[taken - 1].Score + (double)pairs[taken].Score) / 2 : pairs[taken - 1].Score - 1;
            }
        }

        return threshold;
    }
}
