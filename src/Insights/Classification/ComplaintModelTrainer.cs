using System.Globalization;
using Insights.Text;

namespace Insights.Classification;

/// <summary>Trains the model that codes complaints: four heads over one vocabulary, each with settings of its own, chosen by cross-validation.</summary>
public sealed class ComplaintModelTrainer(Lexicon? lexicon, IReadOnlyList<KnownPhrase> phrases, WordVectors? vectors = null, WordNetworkOptions? networkOptions = null)
{
    /// <summary>At most this share of complaints goes to a person, as judged by fits that have seen nothing of their writer: what an office can take.</summary>
    public const double MostReviewed = 0.25;

    /// <summary>Of the others, this share of areas should be right.</summary>
    public const double WantedAccuracy = 0.9;

    private static readonly double[] LearningCurveShares = [0.25, 0.5, 0.75];

    private readonly TextClassifierOptions options = new()
    {
        Vectorizer = new VectorizerOptions { UsesSubwords = true, Lexicon = lexicon },
        Candidates = [.. Candidates(lexicon is null ? 0 : 1)],
    };

    /// <summary>Folds that writers are dealt to. Default 6; as many as there are writers leaves out one at a time, which takes longer and measures the same.</summary>
    public int WriterFoldCount { get; init; } = 6;

    /// <summary>Trains the four heads.</summary>
    /// <param name="complaints">Coded complaints.</param>
    /// <param name="version">The model's version.</param>
    /// <param name="taxonomyVersion">Version of the codes.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancellationToken">Stops between fits.</param>
    public TrainedClassifier Fit(
        IReadOnlyList<LabelledComplaint> complaints,
        string version,
        string taxonomyVersion,
        IProgress<string>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(complaints);
        RefuseNoCodeWhereOneIsNeeded();
        TrainingSet set = TrainingSet.Sort([.. complaints.Select(complaint => new LabelledText(complaint.Text, AllCodes(complaint), complaint.Id))]);
        LabelledComplaint[] sorted = [.. set.SourceRows.Select(row => complaints[row])];
        TfidfVectorizer vectorizer = new TfidfVectorizerTrainer(options.Vectorizer).Fit([.. set.Texts, .. phrases.Select(phrase => phrase.Text)]);

        int[]? byWriter = WriterFolds.Deal(
            [.. sorted.Select(complaint => complaint.Writer)], LabelMatrix.FromCodes([.. sorted.Select(complaint => new[] { complaint.BusinessArea })], isMultiLabel: false), WriterFoldCount);
        (WordNetwork? network, IReadOnlyList<HeadNetwork?> ofHeads) = FitNetwork(set, sorted, byWriter, progress, cancellationToken);
        var heads = new List<ClassifierHead>();
        var reports = new List<HeadReport>();
        foreach ((string name, bool isMultiLabel, Func<LabelledComplaint, IReadOnlyList<string>> codes) in Heads())
        {
            KnownPhrase[] ofHead = [.. phrases.Where(phrase => string.Equals(phrase.Head, name, StringComparison.Ordinal))];
            SparseRows rows = TfidfVectorizerTrainer.Transform(vectorizer, [.. set.Texts, .. ofHead.Select(phrase => phrase.Text)]);
            LabelMatrix labels = LabelMatrix.FromCodes([.. sorted.Select(codes), .. ofHead.Select(phrase => phrase.Codes)], isMultiLabel);
            var fitter = new HeadFitter(rows, vectorizer.Layout, labels, set.ContentHashes, options, ofHeads[heads.Count], byWriter);
            (ClassifierHead head, HeadReport report) = fitter.Fit(name, progress, cancellationToken);
            heads.Add(head);
            reports.Add(report with { LearningCurve = fitter.MeasureLearningCurve(report.Options, LearningCurveShares) });
        }

        JudgedAnswer[] judged = [.. JudgeOutOfFold(reports[0], heads[0], sorted)];
        double reviewBelow = AbstainBand.Choose(judged, MostReviewed, WantedAccuracy);
        var properties = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [ComplaintModel.VersionKey] = version,
            [ComplaintModel.TaxonomyVersionKey] = taxonomyVersion,
            [ComplaintModel.ReviewBelowKey] = reviewBelow.ToString("R", CultureInfo.InvariantCulture),
        };
        return new TrainedClassifier(new TextClassifier(vectorizer, heads, properties, network), reports, set, byWriter is not null)
        {
            Coverage = AbstainBand.Curve(judged),
            Review = AbstainBand.At(judged, reviewBelow),
        };
    }

    private void RefuseNoCodeWhereOneIsNeeded()
    {
        string? head = Heads().Where(head => !head.IsMultiLabel).Select(head => head.Name)
            .FirstOrDefault(name => phrases.Any(phrase => string.Equals(phrase.Head, name, StringComparison.Ordinal) && phrase.Codes.Count == 0));
        if (head is not null)
        {
            throw new InputErrorException($"The lexicon has phrases under {head}, {KnownPhrase.NoCode}; every complaint has a {head}, so each phrase must speak for one. Only {ComplaintModel.ThemesHead} may have phrases that speak for none.");
        }
    }

    private static IEnumerable<JudgedAnswer> JudgeOutOfFold(HeadReport report, ClassifierHead area, LabelledComplaint[] sorted) => report.OutOfFold
        .Select((prediction, row) => (prediction, right: area.IndexOf(sorted[row].BusinessArea)))
        .Where(pair => pair.prediction is not null)
        .Select(pair => new JudgedAnswer(pair.prediction!.Probabilities[pair.prediction.Labels[0]], pair.right == pair.prediction.Labels[0]));

    private (WordNetwork? Network, IReadOnlyList<HeadNetwork?> OfHeads) FitNetwork(TrainingSet set, LabelledComplaint[] sorted, int[]? byWriter, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        if (vectors is null)
        {
            return (null, [.. Heads().Select(_ => (HeadNetwork?)null)]);
        }

        progress?.Report("Fitting the word network");
        string[] names = [.. Heads().Select(head => head.Name)];
        LabelMatrix[] labels = [.. Heads().Select(head => LabelMatrix.FromCodes([.. sorted.Select(head.Codes)], head.IsMultiLabel))];
        (int Head, int Code, string Text)[] known = [.. phrases
            .Select(phrase => (phrase, Head: Array.IndexOf(names, phrase.Head)))
            .Where(pair => pair.Head >= 0)
            .Select(pair => (pair.Head, Code: labels[pair.Head].IndexOf(pair.phrase.Code), pair.phrase.Text, pair.phrase.Codes))
            .Where(known => known.Code >= 0 || known.Codes.Count == 0)
            .Select(known => (known.Head, known.Code, known.Text))];
        var ensemble = new WordNetworkEnsemble(vectors, networkOptions ?? new WordNetworkOptions(), set.Texts, labels, known);
        int[] folds = byWriter ?? FoldAssignment.Deal(labels[0], set.ContentHashes, options.FoldCount);
        return (ensemble.Fit(cancellationToken), ensemble.ScoreOutOfFold(folds, folds.Max() + 1, cancellationToken));
    }

    private static IEnumerable<(string Name, bool IsMultiLabel, Func<LabelledComplaint, IReadOnlyList<string>> Codes)> Heads()
    {
        yield return (ComplaintModel.BusinessAreaHead, false, complaint => [complaint.BusinessArea]);
        yield return (ComplaintModel.ThemesHead, true, complaint => complaint.Themes);
        yield return (ComplaintModel.ComplaintTypeHead, false, complaint => [complaint.ComplaintType]);
        yield return (ComplaintModel.RemitHead, false, complaint => [complaint.Remit]);
    }

    private static IReadOnlyList<string> AllCodes(LabelledComplaint complaint) =>
        [complaint.BusinessArea, .. complaint.Themes, complaint.ComplaintType, complaint.Remit];

    private static IEnumerable<LinearTrainingOptions> Candidates(double lexiconScale) =>
        from exponent in (double[])[0, 0.35, 0.7]
        from scale in (double[])[0.15 * lexiconScale, 0.3 * lexiconScale]
        from cost in (double[])[0.3, 1]
        select new LinearTrainingOptions { Cost = cost, TermWeightExponent = exponent, TermWeightPriorTexts = 5, PhraseWeight = 0.3, ClassBalance = 0.8, BlockScales = [1, 1, scale, 0] };
}
