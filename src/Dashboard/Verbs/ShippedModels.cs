using System.Globalization;
using Ingest.DataFiles;
using Ingest.Models;
using Ingest.Sources;
using Insights.Classification;
using Insights.Evaluation;

namespace Dashboard.Verbs;

/// <summary>Trains the model that ships from the coded complaints in the data folder, and measures it on the audit set.</summary>
public static class ShippedModels
{
    private const string TrainingFolder = "training";
    private const string AuditFolder = "audit";
    private const string LexiconFolder = "lexicons";
    private const string VectorFolder = "vectors";
    private const string TransparencyFileName = "transparency-record.md";

    public static int Train(DataFolder data, string? output, bool json, Action<string> report, CancellationToken cancellationToken)
    {
        string trainingFolder = Path.Combine(data.Path, TrainingFolder);
        ShippedModelSettings settings = ShippedModelSettings.Load(trainingFolder);
        IReadOnlyList<LabelledComplaint> complaints = LabelledComplaintFiles.Read(trainingFolder, settings.Training);
        IReadOnlyList<LabelledComplaint> audit = LabelledComplaintFiles.Read(Path.Combine(data.Path, AuditFolder), settings.Audit);
        report($"Read {complaints.Count} complaints to train on and {audit.Count} to audit with");

        DomainKnowledge knowledge = LexiconFile.Load(Path.Combine(data.Path, LexiconFolder, settings.Lexicon + ".yaml"));
        var trainer = new ComplaintModelTrainer(
            knowledge.Lexicon, knowledge.Phrases, settings.Vectors.Length > 0 ? WordVectorFile.Load(Path.Combine(data.Path, VectorFolder), settings.Vectors) : null);
        TrainedClassifier trained = trainer.Fit(
            complaints, settings.Version, data.LoadTaxonomy(settings.Taxonomy).Version, new ProgressLines(report), cancellationToken);
        report("Measuring on the audit set");
        ComplaintModelEvaluation evaluation = ComplaintModelEvaluation.Run(new ComplaintModel(trained.Classifier), audit);
        string folder = output ?? Path.Combine(data.Path, settings.Name, settings.Version);
        Save(trained, settings, evaluation, folder);
        Console.WriteLine(json
            ? JsonOutput.Line(new
            {
                Complaints = complaints.Count,
                Audit = new
                {
                    evaluation.Complaints,
                    BusinessAreaMacroF1 = evaluation.BusinessArea.MacroF1,
                    ThemesMicroF1 = evaluation.Themes.MicroF1,
                    ThemesMacroF1 = evaluation.Themes.MacroF1,
                    ComplaintTypeMacroF1 = evaluation.ComplaintType.MacroF1,
                    evaluation.InOrOutAccuracy,
                    evaluation.ReviewShare,
                    evaluation.AreaAccuracyWithoutReview,
                },
                Model = folder,
            })
            : $"{AuditSentence(evaluation)}\nThe model is in {folder}.");
        return 0;
    }

    private static void Save(TrainedClassifier trained, ShippedModelSettings settings, ComplaintModelEvaluation audit, string folder)
    {
        var description = new ModelDescription
        {
            Name = settings.Name,
            Version = settings.Version,
            Purpose = settings.Purpose.Trim(),
            Data = settings.Data.Trim(),
            Limits = settings.Limits.Trim(),
            TrainedOn = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime),
            CodeVersion = typeof(ShippedModels).Assembly.GetName().Version?.ToString() ?? "unknown",
            MoreSections = [$"## Audit set: complaints never trained on\n\n{AuditSentence(audit)}\n\n{AuditTable(audit)}\n\n{CoverageTable(audit)}", .. settings.Sections.Select(section => $"## {section.Key}\n\n{section.Value.Trim()}")],
        };
        new ModelFolder(folder).Save(trained.Classifier, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [ModelFolder.MetricsFileName] = MetricsDocument.Write(trained, description, audit),
            [ModelFolder.CardFileName] = ModelCard.Write(trained, description),
            [ModelFolder.LabelHintsFileName] = LabelHintsDocument.Write(trained),
            [TransparencyFileName] = TransparencyRecord.Write(trained, description, settings.Transparency, audit),
        });
    }

    private static string AuditSentence(ComplaintModelEvaluation audit) => string.Create(CultureInfo.InvariantCulture,
        $"{audit.Complaints} audit complaints: area accuracy {audit.BusinessArea.Accuracy:F3}, macro-F1 {audit.BusinessArea.MacroF1:F3}, calibration error {audit.BusinessArea.ExpectedCalibrationError:F3}; themes micro-F1 {audit.Themes.MicroF1:F3}, macro-F1 {audit.Themes.MacroF1:F3}, calibration error {audit.Themes.ExpectedCalibrationError:F3}; type macro-F1 {audit.ComplaintType.MacroF1:F3}; remit accuracy {audit.Remit.Accuracy:F3}, in or out {audit.InOrOutAccuracy:F3}; {audit.ReviewShare:P1} to review, of the others the area right in {audit.AreaAccuracyWithoutReview:P1}.");

    private static string CoverageTable(ComplaintModelEvaluation audit)
    {
        IEnumerable<string> lines = audit.CoverageCurve.Select(point => string.Create(CultureInfo.InvariantCulture,
            $"| {point.ReviewBelow:F3} | {point.ReviewShare:P0} | {point.AccuracyOfOthers:F3} |"));
        return string.Join('\n', ["| area less probable than this to a person | share | area right of the others |", "| --- | --- | --- |", .. lines]);
    }

    private static string AuditTable(ComplaintModelEvaluation audit)
    {
        IEnumerable<ClassEvaluation> classes = audit.BusinessArea.Classes.Concat(audit.Themes.Classes).Concat(audit.ComplaintType.Classes).Concat(audit.Remit.Classes);
        IEnumerable<string> lines = classes.Select(row => string.Create(CultureInfo.InvariantCulture,
            $"| {row.Code} | {row.Precision:F3} | {row.Recall:F3} | {row.F1:F3} | {row.Support} |"));
        return string.Join('\n', ["| class | precision | recall | F1 | support |", "| --- | --- | --- | --- | --- |", .. lines]);
    }
}
