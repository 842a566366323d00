using System.Globalization;
using Insights.Text;

namespace Insights.Classification;

/// <summary>The model that codes complaints: business area, themes, type and remit, with evidence for each theme. Immutable and thread-safe.</summary>
public sealed class ComplaintModel
{
    /// <summary>Names of the heads, in the model file and in the training files.</summary>
    public const string BusinessAreaHead = "business_area";
    public const string ThemesHead = "themes";
    public const string ComplaintTypeHead = "complaint_type";
    public const string RemitHead = "remit";

    /// <summary>Keys of the model's properties.</summary>
    internal const string VersionKey = "version";
    internal const string TaxonomyVersionKey = "taxonomyVersion";
    internal const string ReviewBelowKey = "reviewBelow";

    private readonly TextClassifier classifier;
    private readonly SharedWeights weights;
    private readonly int area;
    private readonly int themes;
    private readonly int type;
    private readonly int remit;

    /// <exception cref="InputErrorException">The classifier lacks a head or a property.</exception>
    public ComplaintModel(TextClassifier classifier)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        this.classifier = classifier;
        area = Head(BusinessAreaHead);
        themes = Head(ThemesHead);
        type = Head(ComplaintTypeHead);
        remit = Head(RemitHead);
        weights = new SharedWeights(classifier.Vectorizer.Layout.FeatureCount, [.. classifier.Heads.Select(head => head.Weights)]);
        Version = Property(VersionKey);
        TaxonomyVersion = Property(TaxonomyVersionKey);
        ReviewBelow = double.Parse(Property(ReviewBelowKey), CultureInfo.InvariantCulture);
    }

    public string Version { get; }

    public string TaxonomyVersion { get; }

    /// <summary>A complaint whose area is less probable than this goes to a person.</summary>
    public double ReviewBelow { get; }

    /// <summary>The fitted classifier behind it.</summary>
    public TextClassifier Classifier => classifier;

    /// <summary>Reads a model.</summary>
    /// <param name="source">The model file.</param>
    /// <param name="name">What to call it in a message.</param>
    /// <exception cref="InputErrorException">The file is damaged, foreign or no model of complaints.</exception>
    public static ComplaintModel Load(Stream source, string name) => new(ModelFileReader.Read(source, name));

    /// <summary>Codes one complaint.</summary>
    public ComplaintPrediction Predict(string text)
    {
        TextVector vector = classifier.Read(text);
        weights.Score(vector);
        CodePrediction bestArea = Best(area, vector);
        var prediction = new ComplaintPrediction
        {
            BusinessArea = bestArea,
            Themes = Themes(text, vector),
            ComplaintType = Best(type, vector),
            Remit = Best(remit, vector),
            NeedsReview = bestArea.Probability < ReviewBelow,
        };
        classifier.Return(vector);
        return prediction;
    }

    private ThemePrediction[] Themes(string text, TextVector vector)
    {
        HeadPrediction prediction = Decide(themes, vector);
        if (prediction.Labels.Length == 0)
        {
            return [];
        }

        IReadOnlyList<(int Start, int End)> sentences = SentenceSplitter.Split(text);
        return [.. prediction.Labels
            .OrderByDescending(label => prediction.Probabilities[label])
            .Select(label => new ThemePrediction(
                classifier.Heads[themes].Codes[label],
                prediction.Probabilities[label],
                EvidenceFinder.Find(vector, sentences, classifier.Vectorizer, weights, themes, label)))];
    }

    private CodePrediction Best(int head, TextVector vector)
    {
        HeadPrediction prediction = Decide(head, vector);
        return new CodePrediction(classifier.Heads[head].Codes[prediction.Labels[0]], prediction.Probabilities[prediction.Labels[0]]);
    }

    private HeadPrediction Decide(int index, TextVector vector)
    {
        ClassifierHead head = classifier.Heads[index];
        Span<float> scores = vector.Scores.Labels.AsSpan(weights.StartOf(index), head.Codes.Count);
        head.Network.AddTo(scores, vector.NetworkScores);
        return head.Decide(scores);
    }

    private int Head(string name) => classifier.IndexOfHead(name, isRequired: true);

    private string Property(string key) => classifier.Properties.TryGetValue(key, out string? value)
        ? value
        : throw new InputErrorException($"The model does not say its {key}; it is no model of complaints. Train it with \"train\" without options.");
}
