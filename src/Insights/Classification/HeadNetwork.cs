namespace Insights.Classification;

/// <summary>What word networks said about rows they had not seen, as far as it concerns one head.</summary>
/// <param name="Start">Where the head's codes begin among the network's.</param>
/// <param name="ScoresOfRow">For each row the scores of all codes.</param>
internal sealed record HeadNetwork(int Start, float[][] ScoresOfRow)
{
    /// <summary>Factors tried. A support vector machine's scores lie around ±1, a network's around ±5.</summary>
    public static IReadOnlyList<float> Factors { get; } = [0.05f, 0.1f, 0.15f, 0.2f, 0.3f, 0.4f, 0.6f];

    /// <summary>The scores of the linear model with the network's added.</summary>
    public float[] Add(float[] linear, int stride, int codeCount, int measuredRows, float factor)
    {
        float[] sum = [.. linear];
        for (int row = 0; row < measuredRows; row++)
        {
            new NetworkShare(Start, factor).AddTo(sum.AsSpan(row * stride, codeCount), ScoresOfRow[row]);
        }

        return sum;
    }
}
