namespace Insights.Statistics;

/// <summary>p-values corrected for looking at many series at once. Each method returns one adjusted value per p, in the order given, never above 1.</summary>
public static class MultipleTesting
{
    /// <summary>Bonferroni: controls the chance of any false alarm; the strictest.</summary>
    public static double[] Bonferroni(IReadOnlyList<double> pValues) => [.. pValues.Select(p => Math.Min(1, p * pValues.Count))];

    /// <summary>Holm (1979), p. 66: controls the chance of any false alarm, never weaker than Bonferroni.</summary>
    public static double[] Holm(IReadOnlyList<double> pValues)
    {
        int[] order = Ascending(pValues);
        double[] adjusted = new double[order.Length];
        double running = 0;
        for (int rank = 0; rank < order.Length; rank++)
        {
            running = Math.Max(running, (order.Length - rank) * pValues[order[rank]]);
            adjusted[order[rank]] = Math.Min(1, running);
        }

        return adjusted;
    }

    /// <summary>Benjamini and Hochberg (1995), p. 293: expected share of false alarms among all alarms, for independent or positively dependent series.</summary>
    public static double[] BenjaminiHochberg(IReadOnlyList<double> pValues) => StepUp(pValues, 1);

    /// <summary>Benjamini and Yekutieli (2001), theorem 1.3: the same under any dependence.</summary>
    public static double[] BenjaminiYekutieli(IReadOnlyList<double> pValues)
    {
        double harmonic = 0;
        for (int rank = 1; rank <= pValues.Count; rank++)
        {
            harmonic += 1.0 / rank;
        }

        return StepUp(pValues, harmonic);
    }

    /// <summary>
    /// Benjamini–Hochberg for discrete tests (Heyse 2011, p. 4): a series with few complaints can only attain few p-values, and counts for less.
    /// </summary>
    /// <param name="pValues">Observed p-values.</param>
    /// <param name="attainable">For each test its attainable p-values, ascending; the observed one among them.</param>
    public static double[] DiscreteBenjaminiHochberg(IReadOnlyList<double> pValues, IReadOnlyList<double[]> attainable)
    {
        if (attainable.Count != pValues.Count)
        {
            throw new ArgumentException($"Expected attainable p-values for each of {pValues.Count} tests, found {attainable.Count}.", nameof(attainable));
        }

        int[] order = Ascending(pValues);
        double[] adjusted = new double[order.Length];
        double running = 1;
        for (int rank = order.Length; rank >= 1; rank--)
        {
            double p = pValues[order[rank - 1]];
            running = Math.Min(running, attainable.Sum(support => LargestUpTo(support, p)) / rank);
            adjusted[order[rank - 1]] = running;
        }

        return adjusted;
    }

    private static double LargestUpTo(double[] support, double p)
    {
        int at = Array.BinarySearch(support, p);
        int index = at >= 0 ? at : ~at - 1;
        return index < 0 ? 0 : support[index];
    }

    private static double[] StepUp(IReadOnlyList<double> pValues, double factor)
    {
        int[] order = Ascending(pValues);
        double[] adjusted = new double[order.Length];
        double running = 1;
        for (int rank = order.Length; rank >= 1; rank--)
        {
            running = Math.Min(running, factor * order.Length / rank * pValues[order[rank - 1]]);
            adjusted[order[rank - 1]] = running;
        }

        return adjusted;
    }

    private static int[] Ascending(IReadOnlyList<double> pValues)
    {
        for (int index = 0; index < pValues.Count; index++)
        {
            if (!(pValues[index] >= 0 && pValues[index] <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(pValues), pValues[index], $"The p-value at index {index} must lie between 0 and 1.");
            }
        }

        return [.. Enumerable.Range(0, pValues.Count).OrderBy(index => pValues[index]).ThenBy(index => index)];
    }
}
