namespace Insights.Text;

/// <summary>Buffers of one text on its way through all heads, reused from text to text. Not thread-safe: it belongs to a <see cref="TextVector"/>.</summary>
internal sealed class TextScores
{
    /// <summary>Scores of all labels, head after head.</summary>
    public float[] Labels { get; private set; } = [];

    /// <summary>For each block, for each head, the factor of the block's entries.</summary>
    public float[] Scales { get; private set; } = [];

    /// <summary>One value an entry of the vector.</summary>
    public float[] OfEntry { get; private set; } = [];

    /// <summary>One value a token.</summary>
    public float[] OfToken { get; private set; } = [];

    public void MakeRoomForHeads(int labels, int heads)
    {
        if (Labels.Length != labels || Scales.Length != heads * FeatureLayout.BlockCount)
        {
            Labels = new float[labels];
            Scales = new float[heads * FeatureLayout.BlockCount];
        }
    }

    public void MakeRoomForEvidence(int entries, int tokens)
    {
        OfEntry = OfEntry.Length < entries ? new float[entries * 2] : OfEntry;
        OfToken = OfToken.Length < tokens ? new float[tokens * 2] : OfToken;
    }
}
