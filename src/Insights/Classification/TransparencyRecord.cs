using System.Globalization;
using System.Text;
using Insights.Evaluation;

namespace Insights.Classification;

/// <summary>
/// The record of the UK government's Algorithmic Transparency Recording Standard (Central Digital and Data Office), written from the same measurements as the model card.
/// </summary>
public static class TransparencyRecord
{
    /// <param name="trained">The model and its measurements.</param>
    /// <param name="description">What people say about it.</param>
    /// <param name="fields">The fields that people must write, by heading, in order.</param>
    /// <param name="audit">Measured on complaints never trained on.</param>
    public static string Write(TrainedClassifier trained, ModelDescription description, IReadOnlyDictionary<string, string> fields, ComplaintModelEvaluation audit)
    {
        ArgumentNullException.ThrowIfNull(trained);
        ArgumentNullException.ThrowIfNull(description);
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(audit);
        var record = new StringBuilder();
        record.Append(CultureInfo.InvariantCulture, $"# Algorithmic transparency record: {description.Name} {description.Version}\n");
        Field(record, "Summary", description.Purpose);
        foreach ((string heading, string text) in fields)
        {
            Field(record, heading, text);
        }

        Field(record, "Model specification", string.Create(CultureInfo.InvariantCulture,
            $"Linear one-versus-rest classifiers over {trained.Classifier.Vectorizer.Layout.FeatureCount} text features{(trained.Classifier.Network is { } network ? FormattableString.Invariant($" and a small neural network over {network.Words.Count} word vectors") : string.Empty)}, trained on {trained.Set.Texts.Count} complaints on {description.TrainedOn:yyyy-MM-dd} by program version {description.CodeVersion}. Runs on the office's own machine; nothing leaves it."));
        Field(record, "Model performance", string.Create(CultureInfo.InvariantCulture,
            $"On {audit.Complaints} complaints never trained on: business area accuracy {audit.BusinessArea.Accuracy:F3}, macro-F1 {audit.BusinessArea.MacroF1:F3}, expected calibration error {audit.BusinessArea.ExpectedCalibrationError:F3}; themes micro-F1 {audit.Themes.MicroF1:F3}, macro-F1 {audit.Themes.MacroF1:F3}; complaint type macro-F1 {audit.ComplaintType.MacroF1:F3}; in or out of remit {audit.InOrOutAccuracy:F3}. Sent to a person: {audit.ReviewShare:P0}; of the others the area is right in {audit.AreaAccuracyWithoutReview:P0}."));
        Field(record, "Training data", string.Create(CultureInfo.InvariantCulture, $"{description.Data} SHA-256 `{trained.Set.Sha256()}`."));
        Field(record, "Risks and limits", description.Limits);
        return record.ToString();
    }

    private static void Field(StringBuilder record, string heading, string text) => record.Append(CultureInfo.InvariantCulture, $"\n## {heading}\n\n{text.Trim()}\n");
}
