using Insights.Text;

namespace Insights.Classification;

/// <summary>
/// Trains a classifier with one head on labelled texts. Everything that is chosen (settings, thresholds, probabilities) is chosen by cross-validation on these rows.
/// The same rows in any order give the same model, bit for bit.
/// </summary>
public sealed class TextClassifierTrainer(TextClassifierOptions options, WordVectors? vectors = null)
{
    private static readonly double[] LearningCurveShares = [0.25, 0.5, 0.75];

    /// <summary>Trains.</summary>
    /// <param name="rows">Labelled texts.</param>
    /// <param name="headName">What the labels are about.</param>
    /// <param name="isMultiLabel">True when a text may carry several labels or none.</param>
    /// <param name="properties">Kept with the model.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancellationToken">Stops the training between fits.</param>
    public TrainedClassifier Fit(
        IReadOnlyList<LabelledText> rows,
        string headName,
        bool isMultiLabel,
        IReadOnlyDictionary<string, string> properties,
        IProgress<string>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        TrainingSet set = TrainingSet.Sort(rows);
        progress?.Report($"Reading the words of {set.Texts.Count} texts");
        TfidfVectorizer vectorizer = new TfidfVectorizerTrainer(options.Vectorizer).Fit(set.Texts);
        SparseRows values = TfidfVectorizerTrainer.Transform(vectorizer, set.Texts);
        LabelMatrix labels = LabelMatrix.FromCodes(set.Labels, isMultiLabel);
        (WordNetwork? network, HeadNetwork? ofHead) = FitNetwork(set, labels, progress, cancellationToken);
        var fitter = new HeadFitter(values, vectorizer.Layout, labels, set.ContentHashes, options, ofHead);
        (ClassifierHead head, HeadReport report) = fitter.Fit(headName, progress, cancellationToken);
        if (options.MeasuresLearningCurve)
        {
            progress?.Report("Measuring the learning curve");
            report = report with { LearningCurve = fitter.MeasureLearningCurve(report.Options, LearningCurveShares) };
        }

        return new TrainedClassifier(new TextClassifier(vectorizer, [head], properties, head.Network.Factor > 0 ? network : null), [report], set);
    }

    /// <summary>A word network pays for small sets only: large ones teach the words' meanings by themselves.</summary>
    private (WordNetwork? Network, HeadNetwork? OfHead) FitNetwork(TrainingSet set, LabelMatrix labels, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        if (vectors is null || !options.Vectorizer.UsesSubwords)
        {
            return (null, null);
        }

        progress?.Report("Fitting the word network");
        var ensemble = new WordNetworkEnsemble(vectors, new WordNetworkOptions(), set.Texts, [labels], []);
        int[] folds = FoldAssignment.Deal(labels, set.ContentHashes, options.FoldCount);
        return (ensemble.Fit(cancellationToken), ensemble.ScoreOutOfFold(folds, options.FoldCount, cancellationToken)[0]);
    }
}
