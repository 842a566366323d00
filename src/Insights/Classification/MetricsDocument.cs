using System.Text.Encodings.Web;
using System.Text.Json;
using Insights.Evaluation;

namespace Insights.Classification;

/// <summary>The measurements of a model as JSON, for programs; the card says the same to people.</summary>
public static class MetricsDocument
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="trained">The model and its measurements.</param>
    /// <param name="description">What people say about it.</param>
    /// <param name="audit">Measured on complaints never trained on; null when there are none.</param>
    public static string Write(TrainedClassifier trained, ModelDescription description, ComplaintModelEvaluation? audit = null)
    {
        ArgumentNullException.ThrowIfNull(trained);
        ArgumentNullException.ThrowIfNull(description);
        return JsonSerializer.Serialize(
            new
            {
                description.Name,
                description.Version,
                description.TrainedOn,
                description.CodeVersion,
                trained.Classifier.Properties,
                Rows = trained.Set.Texts.Count,
                DataSha256 = trained.Set.Sha256(),
                Features = trained.Classifier.Vectorizer.Layout.FeatureCount,
                Heads = trained.Reports.Select(Head),
                trained.ByWriter,
                trained.Review,
                trained.Coverage,
                Audit = audit,
            },
            Format) + "\n";
    }

    private static object Head(HeadReport report) => new
    {
        report.Name,
        Settings = new
        {
            Loss = report.Options.Loss.ToString(),
            report.Options.Cost,
            report.Options.ClassBalance,
            report.Options.TermWeightExponent,
            report.Options.TermWeightPriorTexts,
            report.Options.PhraseWeight,
            report.Options.BlockScales,
            report.NetworkFactor,
            report.Epochs,
            report.Converged,
        },
        CrossValidation = Figures(report.Evaluation),
        Baseline = new { report.Baseline.Accuracy, report.Baseline.MicroF1, report.Baseline.MacroF1 },
        report.LearningCurve,
        Contradictions = report.Contradictions.Count,
    };

    private static object Figures(ClassifierEvaluation evaluation) => new
    {
        evaluation.Rows,
        evaluation.Accuracy,
        evaluation.MicroF1,
        evaluation.MacroF1,
        evaluation.ExpectedCalibrationError,
        evaluation.Classes,
        evaluation.Reliability,
        evaluation.Confusions,
    };
}
