using Insights.Text;

namespace Insights.Classification;

/// <summary>
/// Supervised term weights: a term counts more the more it tells about the labels. The weight is the Kullback–Leibler divergence of the labels among the texts
/// that hold the term from the labels among all texts, Σ P(label | term) · ln(P(label | term) / P(label)), raised to an exponent. The idea of putting a measure of term
/// selection in the place of the inverse document frequency is Debole and Sebastiani's (2003, Supervised term weighting for automated text categorization, p. 785).
/// </summary>
internal static class TermWeights
{
    /// <summary>Keeps terms that say nothing from vanishing altogether.</summary>
    private const double Floor = 1e-4;

    /// <summary>One weight a column, above 0.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="labels">Labels of all rows.</param>
    /// <param name="trainingRows">The rows to learn from; no other row's label is looked at.</param>
    /// <param name="exponent">0 gives the weight 1 to each term.</param>
    /// <param name="priorTexts">Texts of the average mix of labels that are added to each term, so that a term seen twice is not taken for certain.</param>
    public static float[] Fit(SparseRows rows, LabelMatrix labels, ReadOnlySpan<int> trainingRows, double exponent, double priorTexts)
    {
        var weights = new float[rows.ColumnCount];
        if (exponent == 0)
        {
            Array.Fill(weights, 1f);
            return weights;
        }

        int labelCount = labels.Codes.Count;
        var counts = new float[(long)rows.ColumnCount * labelCount];
        var labelTotals = new double[labelCount];
        foreach (int row in trainingRows)
        {
            foreach (int label in labels.LabelsOf(row))
            {
                labelTotals[label]++;
                foreach (int column in rows.ColumnsOf(row))
                {
                    counts[((long)column * labelCount) + label]++;
                }
            }
        }

        double total = labelTotals.Sum();
        double[] shares = Array.ConvertAll(labelTotals, count => count / total);
        for (int column = 0; column < weights.Length; column++)
        {
            ReadOnlySpan<float> ofTerm = counts.AsSpan(column * labelCount, labelCount);
            weights[column] = (float)Math.Pow(Divergence(ofTerm, shares, priorTexts) + Floor, exponent);
        }

        return weights;
    }

    private static double Divergence(ReadOnlySpan<float> counts, double[] shares, double priorTexts)
    {
        double occurrences = priorTexts;
        foreach (float count in counts)
        {
            occurrences += count;
        }

        double divergence = 0;
        for (int label = 0; label < shares.Length; label++)
        {
            double share = (counts[label] + (priorTexts * shares[label])) / occurrences;
            divergence += share > 0 ? share * Math.Log(share / shares[label]) : 0;
        }

        return Math.Max(0, divergence);
    }
}
