using Insights.Text;

namespace Insights.Classification;

/// <summary>Texts as the words that a network knows.</summary>
internal sealed class NetworkTexts
{
    private readonly int[][] wordsOfText;

    /// <param name="texts">Texts to learn from.</param>
    /// <param name="vectors">Vectors to start from.</param>
    /// <param name="fewestTexts">A word without a vector is known only when so many texts hold it.</param>
    public NetworkTexts(IReadOnlyList<string> texts, WordVectors vectors, int fewestTexts)
    {
        var counter = new FeatureCounter();
        ulong[][] hashes = [.. texts.Select(text => Tokenizer.List(text).Select(token => token.Hash).ToArray())];
        for (int text = 0; text < hashes.Length; text++)
        {
            foreach (ulong hash in hashes[text])
            {
                counter.Add(hash, text + 1);
            }
        }

        (ulong[] common, _) = counter.AtLeast(fewestTexts);
        Words = new FeatureTable([.. vectors.Table.Hashes, .. common.Where(hash => vectors.Table.Find(hash) < 0)]);
        wordsOfText = [.. hashes.Select(ofText => ofText.Select(Words.Find).Where(word => word >= 0).ToArray())];
    }

    /// <summary>Words with a vector first, in its order; then the others.</summary>
    public FeatureTable Words { get; }

    public ReadOnlySpan<int> Of(int text) => wordsOfText[text];
}
