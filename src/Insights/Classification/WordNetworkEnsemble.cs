using Insights.Text;

namespace Insights.Classification;

/// <summary>Fits the word network of a model, and others without parts of the rows so that what it adds can be measured.</summary>
internal sealed class WordNetworkEnsemble
{
    private readonly IReadOnlyList<string> measuredTexts;
    private readonly NetworkTexts texts;
    private readonly NetworkTargets targets;
    private readonly WordVectors vectors;
    private readonly WordNetworkOptions options;

    /// <param name="vectors">Vectors to start from.</param>
    /// <param name="options">Settings.</param>
    /// <param name="measuredTexts">Texts that people labelled.</param>
    /// <param name="heads">Their labels, a matrix a head.</param>
    /// <param name="phrases">Known phrases: the head and the code each speaks for, and its text.</param>
    public WordNetworkEnsemble(
        WordVectors vectors, WordNetworkOptions options, IReadOnlyList<string> measuredTexts, IReadOnlyList<LabelMatrix> heads, IReadOnlyList<(int Head, int Code, string Text)> phrases)
    {
        this.vectors = vectors;
        this.options = options;
        this.measuredTexts = measuredTexts;
        targets = new NetworkTargets(heads, [.. phrases.Select(phrase => (phrase.Head, phrase.Code))], options.LabelSmoothing);
        texts = new NetworkTexts([.. measuredTexts, .. phrases.Select(phrase => phrase.Text)], vectors, options.FewestTextsOfWord);
    }

    /// <summary>The network of all rows.</summary>
    public WordNetwork Fit(CancellationToken cancellationToken) =>
        new WordNetworkTrainer(texts, vectors, targets, options).Fit([.. Enumerable.Range(0, targets.RowCount)], options.Seed, cancellationToken);

    /// <summary>
    /// For each head what networks said about rows they had not seen. The folds are fitted side by side; each by itself is the same every time.
    /// </summary>
    public IReadOnlyList<HeadNetwork> ScoreOutOfFold(int[] foldOfRow, int foldCount, CancellationToken cancellationToken)
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
        return [.. targets.Starts.Select(start => new HeadNetwork(start, scores))];
    }
}
