namespace Insights.Classification;

/// <summary>What part a head gives to the model's word network.</summary>
/// <param name="Start">Where the head's codes begin among the network's.</param>
/// <param name="Factor">What the network's scores are multiplied by before they are added; 0 leaves it out.</param>
public sealed record NetworkShare(int Start, float Factor)
{
    public static NetworkShare None { get; } = new(0, 0);

    /// <summary>Adds the network's scores of all heads to those of this one.</summary>
    internal void AddTo(Span<float> scores, ReadOnlySpan<float> networkScores)
    {
        for (int code = 0; Factor != 0 && code < scores.Length; code++)
        {
            scores[code] += Factor * networkScores[Start + code];
        }
    }
}
