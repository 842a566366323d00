using Insights.Text;

namespace Insights.Classification;

/// <summary>Fits the word network of a model, and others without parts of the rows so that what it adds can be measured.</summary>
internal sealed class WordNetworkEnsemble(NetworkTexts texts, WordVectors vectors, NetworkTargets targets, WordNetworkOptions options)
{
    /// <summary>The network of all rows.</summary>
    public WordNetwork Fit(CancellationToken cancellationToken) =>
        new WordNetworkTrainer(texts, vectors, targets, options).Fit([.. Enumerable.Range(0, targets.RowCount)], options.Seed, cancellationToken);

    /// <summary>For each measured row the scores by a network that had not seen it. The folds are fitted side by side; each by itself is the same every time.</summary>
    public float[][] ScoreOutOfFold(IReadOnlyList<string> measuredTexts, int[] foldOfRow, int foldCount, CancellationToken cancellationToken)
    {
        var scores = new float[measuredTexts.Count][];
        Parallel.For(0, foldCount, new ParallelOptions { CancellationToken = cancellationToken }, fold =>
        {
            int[] training = [.. Enumerable.Range(0, targets.RowCount).Where(row => row >= measuredTexts.Count || foldOfRow[row] != fold)];
            WordNetwork network = new WordNetworkTrainer(texts, vectors, targets, options).Fit(training, options.Seed, cancellationToken);
            for (int row = 0; row < measuredTexts.Count; row++)
            {
                if (foldOfRow[row] == fold)
                {
                    scores[row] = new float[targets.CodeCount];
                    network.AddScores(Tokenizer.List(measuredTexts[row]), 1, scores[row]);
                }
            }
        });
        return scores;
    }
}
