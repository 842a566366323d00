using Insights.Text;

namespace Insights.Classification;

/// <summary>Fits the linear part of one head, on all rows or fold by fold. Rows from <paramref name="measuredRows"/> on are known phrases.</summary>
internal sealed class HeadTrainer(SparseRows rows, FeatureLayout layout, LabelMatrix labels, int measuredRows)
{
    private const int Lanes = DualCoordinateDescent.Lanes;

    /// <summary>Passes of the fit that needed most.</summary>
    public int Epochs { get; private set; }

    /// <summary>False when a fit stopped before its optimum.</summary>
    public bool Converged { get; private set; } = true;

    /// <summary>Fits on the rows given.</summary>
    public HeadWeights Fit(ReadOnlySpan<int> trainingRows, LinearTrainingOptions options)
    {
        options.Check();
        float[] termWeights = Array.ConvertAll(TermWeights.Fit(rows, labels, trainingRows, options.TermWeightExponent, options.TermWeightPriorTexts), weight => (float)(Half)weight);
        SparseRows weighed = HeadRows.Weigh(rows, layout, termWeights, options.BlockScales);
        int stride = HeadWeights.PaddedLabels(labels.Codes.Count);
        var weights = new float[(long)rows.ColumnCount * stride];
        var intercepts = new float[stride];
        int[] support = CountSupport(trainingRows);
        float[] weightOfRow = [.. Enumerable.Range(0, rows.RowCount).Select(row => row < measuredRows ? 1f : (float)options.PhraseWeight)];
        for (int first = 0; first < labels.Codes.Count; first += Lanes)
        {
            int count = Math.Min(Lanes, labels.Codes.Count - first);
            LinearFit fit = DualCoordinateDescent.Fit(weighed, trainingRows, Signs(trainingRows, first, count), Costs(support, trainingRows.Length, first, count, options), weightOfRow, options);
            Epochs = Math.Max(Epochs, fit.Epochs);
            Converged &= fit.Converged;
            Gather(fit.Weights, first, count, termWeights, weights, intercepts);
        }

        float[] steps = WeightRounding.Round(weights, layout, stride);
        return new HeadWeights(labels.Codes.Count, weights, termWeights, intercepts, [.. options.BlockScales], steps);
    }

    /// <summary>Scores of each row by a fit that had not seen it: row-major, <see cref="HeadWeights.Stride"/> floats a row; NaN for rows of folds left out.</summary>
    public float[] ScoreOutOfFold(int[] foldOfRow, int foldsToFit, LinearTrainingOptions options)
    {
        int stride = HeadWeights.PaddedLabels(labels.Codes.Count);
        var scores = new float[rows.RowCount * stride];
        Array.Fill(scores, float.NaN);
        for (int fold = 0; fold < foldsToFit; fold++)
        {
            HeadWeights weights = Fit(FoldAssignment.Rows(foldOfRow, fold, inFold: false), options);
            foreach (int row in FoldAssignment.Rows(foldOfRow, fold, inFold: true))
            {
                weights.Score(rows, layout, row, scores.AsSpan(row * stride, stride));
            }
        }

        return scores;
    }

    private int[] CountSupport(ReadOnlySpan<int> trainingRows)
    {
        var support = new int[labels.Codes.Count];
        foreach (int row in trainingRows)
        {
            foreach (int label in labels.LabelsOf(row))
            {
                support[label]++;
            }
        }

        return support;
    }

    private float[] Signs(ReadOnlySpan<int> trainingRows, int first, int count)
    {
        var signs = new float[rows.RowCount * Lanes];
        foreach (int row in trainingRows)
        {
            signs.AsSpan(row * Lanes, count).Fill(-1);
            foreach (int label in labels.LabelsOf(row))
            {
                if (label >= first && label < first + count)
                {
                    signs[(row * Lanes) + label - first] = 1;
                }
            }
        }

        return signs;
    }

    /// <summary>
    /// A positive row costs C · (rows / (labels · positive rows))^balance for one label a row, C · (negative rows / positive rows)^balance for several.
    /// </summary>
    private float[] Costs(int[] support, int rowCount, int first, int count, LinearTrainingOptions options)
    {
        var costs = new float[2 * Lanes];
        Array.Fill(costs, (float)options.Cost);
        for (int lane = 0; lane < count; lane++)
        {
            double positive = Math.Max(1, support[first + lane]);
            double ratio = labels.IsMultiLabel ? (rowCount - positive) / positive : rowCount / (labels.Codes.Count * positive);
            costs[Lanes + lane] = (float)(options.Cost * Math.Pow(Math.Max(ratio, 1e-3), options.ClassBalance));
        }

        return costs;
    }

    private void Gather(LaneWeights lanes, int first, int count, float[] termWeights, float[] weights, float[] intercepts)
    {
        int stride = intercepts.Length;
        for (int column = 0; column < rows.ColumnCount; column++)
        {
            for (int lane = 0; lane < count; lane++)
            {
                weights[((long)column * stride) + first + lane] = lanes[column, lane] * termWeights[column];
            }
        }

        for (int lane = 0; lane < count; lane++)
        {
            intercepts[first + lane] = lanes.Intercept(lane);
        }
    }
}
