using System.CommandLine;
using System.Globalization;
using Ingest.DataFiles;
using Ingest.Models;
using Ingest.Sources;
using Insights;
using Insights.Classification;
using Insights.Evaluation;

namespace Dashboard.Verbs;

/// <summary><c>train</c>: a model from any labelled CSV or JSON lines; without options, the models that ship.</summary>
public static class TrainVerb
{
    private const string OwnEngine = "own";

    public static Command Create()
    {
        var data = new Option<string?>("--data") { Description = "Labelled CSV or JSON lines, may be compressed by gzip. Without it the shipped models are trained from models/training." };
        var text = new Option<string?>("--text") { Description = "Column of the text; several with commas between: question,text." };
        var label = new Option<string?>("--label") { Description = "Column of the label." };
        var multi = new Option<string?>("--multi") { Description = "A cell may hold several labels with this between them, such as ';'." };
        var mostCommon = new Option<int?>("--most-common") { Description = "Keep only the N commonest labels." };
        var engine = new Option<string>("--engine") { Description = "What learns: own, or mlnet in builds that have it.", DefaultValueFactory = _ => OwnEngine };
        engine.AcceptOnlyFromAmong(OwnEngine, MLNetEngine.Name);
        var output = new Option<string?>("--out") { Description = "Folder for the model, its metrics.json and model-card.md." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        Command command = new("train", "Trains a text classifier on labelled rows.") { data, text, label, multi, mostCommon, engine, output, json };
        command.SetAction((parseResult, cancellationToken) =>
        {
            if (parseResult.GetValue(data) is not { } file)
            {
                return Task.FromResult(ShippedModels.Train(DataFolder.Find(), parseResult.GetValue(output), parseResult.GetValue(json), Report, cancellationToken));
            }

            string textColumns = parseResult.GetValue(text) ?? throw Missing("--text", "the column of the text");
            string labelColumn = parseResult.GetValue(label) ?? throw Missing("--label", "the column of the label");
            string folder = parseResult.GetValue(output) ?? throw Missing("--out", "a folder for the model");
            var request = new TrainingRequest
            {
                TextColumns = textColumns.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                LabelColumn = labelColumn,
                IsMultiLabel = parseResult.GetValue(multi) is not null,
                Vectors = WordVectorFile.LoadShipped(DataFolder.Find()),
                MostCommonLabels = parseResult.GetValue(mostCommon),
            };
            LabelledTextFile rows = Read(file, request, parseResult.GetValue(multi));
            return Task.FromResult(string.Equals(parseResult.GetValue(engine), MLNetEngine.Name, StringComparison.Ordinal)
                ? MLNetEngine.Train(file, rows, request, folder, parseResult.GetValue(json), Report)
                : Train(file, rows, request, folder, parseResult.GetValue(json), cancellationToken));
        });
        return command;
    }

    private static LabelledTextFile Read(string file, TrainingRequest request, string? separator)
    {
        LabelledTextFile rows = LabelledTextFile.Read(file, request.TextColumns, request.LabelColumn, separator);
        Report($"Read {rows.RowsRead} rows of {file}; passed over {rows.RowsWithoutLabel} without a label and {rows.RowsWithoutText} without text");
        return rows;
    }

    private static int Train(string file, LabelledTextFile rows, TrainingRequest request, string folder, bool json, CancellationToken cancellationToken)
    {
        TrainingResult result = TrainingRun.Run(rows.Rows, request, new ProgressLines(Report), cancellationToken);
        foreach (string warning in result.Warnings)
        {
            Report(warning);
        }

        ModelDescription description = Describe(file, folder, request);
        new ModelFolder(folder).Save(result.Trained.Classifier, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [ModelFolder.MetricsFileName] = MetricsDocument.Write(result.Trained, description),
            [ModelFolder.CardFileName] = ModelCard.Write(result.Trained, description),
            [ModelFolder.LabelHintsFileName] = LabelHintsDocument.Write(result.Trained),
        });
        ClassifierEvaluation evaluation = result.Trained.Reports[0].Evaluation;
        Console.WriteLine(json
            ? Json(result.Trained.Set.Texts.Count, evaluation, folder)
            : $"Trained on {result.Trained.Set.Texts.Count} rows, {evaluation.Classes.Count} labels. Cross-validated: {Scores(evaluation)}.\nThe model is in {folder}.");
        return 0;
    }

    /// <summary>What was learned, as one JSON object, whatever the engine.</summary>
    internal static string Json(int rows, ClassifierEvaluation evaluation, string folder) => JsonOutput.Line(new
    {
        Rows = rows,
        Labels = evaluation.Classes.Count,
        evaluation.Accuracy,
        evaluation.MicroF1,
        evaluation.MacroF1,
        Ece = evaluation.ExpectedCalibrationError,
        Model = folder,
    });

    /// <summary>The same in words.</summary>
    internal static string Scores(ClassifierEvaluation evaluation) => string.Create(CultureInfo.InvariantCulture,
        $"accuracy {evaluation.Accuracy:F3}, micro-F1 {evaluation.MicroF1:F3}, macro-F1 {evaluation.MacroF1:F3}, calibration error {evaluation.ExpectedCalibrationError:F3}");

    private static ModelDescription Describe(string file, string folder, TrainingRequest request) => new()
    {
        Name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)),
        Version = "1",
        Purpose = $"Gives {(request.IsMultiLabel ? "any number of labels" : "one label")} of the column \"{request.LabelColumn}\" to a text.",
        Data = $"Column{(request.TextColumns.Count > 1 ? "s" : string.Empty)} {string.Join(", ", request.TextColumns)} of {Path.GetFileName(file)}.",
        Limits = "It knows only texts of the kind it was trained on, and repeats the habits of whoever coded them. It must not decide about a person without a person.",
        TrainedOn = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime),
        CodeVersion = typeof(TrainVerb).Assembly.GetName().Version?.ToString() ?? "unknown",
    };

    private static void Report(string line) => Console.Error.WriteLine(line);

    private static InputErrorException Missing(string option, string meaning) =>
        new($"train with --data needs {option} too: {meaning}. Example: train --data complaints.csv --text narrative --label product --out models/product");
}
