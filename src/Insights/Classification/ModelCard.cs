using System.Globalization;
using System.Text;
using Insights.Evaluation;

namespace Insights.Classification;

/// <summary>The model card (Mitchell et al. 2019, Model cards for model reporting): what a model is for, how good it is, and what not to do with it. Markdown.</summary>
public static class ModelCard
{
    private const int MostConfusions = 15;
    private const int MostClasses = 200;

    public static string Write(TrainedClassifier trained, ModelDescription description)
    {
        ArgumentNullException.ThrowIfNull(trained);
        ArgumentNullException.ThrowIfNull(description);
        var card = new StringBuilder();
        Line(card, $"# Model card: {description.Name} {description.Version}");
        Section(card, "Purpose", description.Purpose);
        Section(card, "Data", string.Create(CultureInfo.InvariantCulture,
            $"{description.Data} {trained.Set.Texts.Count} rows; SHA-256 of texts and labels `{trained.Set.Sha256()}`."));
        Section(card, "Limits, and who should not use it for what", description.Limits);
        Section(card, "How it works", string.Create(CultureInfo.InvariantCulture,
            $"Linear model over {trained.Classifier.Vectorizer.Layout.FeatureCount} TF-IDF features{NetworkClause(trained.Classifier.Network)}, trained on {description.TrainedOn:yyyy-MM-dd} by program version {description.CodeVersion}; the method is described in docs/methods/classification.md. All figures below are from cross-validation: each row was judged by a fit that had not seen it{(trained.ByWriter ? ", nor any other text of its writer" : string.Empty)}."));
        foreach (HeadReport report in trained.Reports)
        {
            WriteHead(card, report);
        }

        WriteReview(card, trained);
        foreach (string section in description.MoreSections)
        {
            Line(card, string.Empty);
            Line(card, section);
        }

        return card.ToString();
    }

    private static string NetworkClause(WordNetwork? network) => network is null
        ? string.Empty
        : string.Create(CultureInfo.InvariantCulture, $" and a word network that knows {network.Words.Count} words, whose scores are added");

    private static void WriteHead(StringBuilder card, HeadReport report)
    {
        ClassifierEvaluation evaluation = report.Evaluation;
        Section(card, $"Quality: {report.Name}", string.Create(CultureInfo.InvariantCulture,
            $"{evaluation.Rows} rows: accuracy (all labels of a row right) {evaluation.Accuracy:F3}, micro-F1 {evaluation.MicroF1:F3}, macro-F1 {evaluation.MacroF1:F3}, expected calibration error {evaluation.ExpectedCalibrationError:F3}. ")
            + string.Create(CultureInfo.InvariantCulture,
            $"Always answering the commonest label: accuracy {report.Baseline.Accuracy:F3}, micro-F1 {report.Baseline.MicroF1:F3}, macro-F1 {report.Baseline.MacroF1:F3}."));
        WriteClasses(card, evaluation);
        WriteReliability(card, evaluation);
        WriteConfusions(card, evaluation);
        WriteLearningCurve(card, report);
        Line(card, string.Empty);
        Line(card, $"Rows whose label the model confidently contradicts (likely slips of the coder): {report.Contradictions.Count} are listed in label-hints.csv, the surest first, at most {LabelContradictions.MostReported}.");
    }

    private static void WriteReview(StringBuilder card, TrainedClassifier trained)
    {
        if (trained.Review is not { } review)
        {
            return;
        }

        Section(card, "Review", string.Create(CultureInfo.InvariantCulture,
            $"A complaint whose area is less probable than {review.ReviewBelow:F3} goes to a person: {review.ReviewShare:P1} of the rows above; of the others the area is right in {review.AccuracyOfOthers:P1}."));
        Header(card, "less probable than this to a person", "share", "area right of the others");
        foreach (CoveragePoint point in trained.Coverage)
        {
            Line(card, string.Create(CultureInfo.InvariantCulture, $"| {point.ReviewBelow:F3} | {point.ReviewShare:P0} | {point.AccuracyOfOthers:F3} |"));
        }
    }

    private static void WriteClasses(StringBuilder card, ClassifierEvaluation evaluation)
    {
        Header(card, "class", "precision", "recall", "F1", "support");
        foreach (ClassEvaluation row in evaluation.Classes.Take(MostClasses))
        {
            Line(card, string.Create(CultureInfo.InvariantCulture, $"| {row.Code} | {row.Precision:F3} | {row.Recall:F3} | {row.F1:F3} | {row.Support} |"));
        }
    }

    private static void WriteReliability(StringBuilder card, ClassifierEvaluation evaluation)
    {
        Header(card, "predictions", "claimed probability", "share right");
        foreach (ReliabilityBin bin in evaluation.Reliability)
        {
            Line(card, string.Create(CultureInfo.InvariantCulture, $"| {bin.Predictions} | {bin.MeanProbability:F3} | {bin.ShareRight:F3} |"));
        }
    }

    private static void WriteConfusions(StringBuilder card, ClassifierEvaluation evaluation)
    {
        if (evaluation.Confusions.Count == 0)
        {
            return;
        }

        Header(card, "right", "taken for", "rows");
        foreach (LabelConfusion confusion in evaluation.Confusions.Take(MostConfusions))
        {
            Line(card, string.Create(CultureInfo.InvariantCulture, $"| {confusion.Right} | {confusion.Given} | {confusion.Rows} |"));
        }
    }

    private static void WriteLearningCurve(StringBuilder card, HeadReport report)
    {
        if (report.LearningCurve.Count == 0)
        {
            return;
        }

        Header(card, "training rows", "accuracy", "micro-F1", "macro-F1");
        foreach (LearningPoint point in report.LearningCurve)
        {
            Line(card, string.Create(CultureInfo.InvariantCulture, $"| {point.Rows} | {point.Accuracy:F3} | {point.MicroF1:F3} | {point.MacroF1:F3} |"));
        }
    }

    private static void Header(StringBuilder card, params string[] columns)
    {
        Line(card, string.Empty);
        Line(card, $"| {string.Join(" | ", columns)} |");
        Line(card, $"|{string.Concat(Enumerable.Repeat(" --- |", columns.Length))}");
    }

    private static void Section(StringBuilder card, string heading, string text)
    {
        Line(card, string.Empty);
        Line(card, $"## {heading}");
        Line(card, string.Empty);
        Line(card, text);
    }

    private static void Line(StringBuilder card, string text) => card.Append(text).Append('\n');
}
