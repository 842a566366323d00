using System.CommandLine;
using System.Globalization;
using Ingest.Models;
using Ingest.Sources;
using Insights.Classification;
using Insights.Evaluation;

namespace Dashboard.Verbs;

/// <summary><c>evaluate</c>: how good a model is on labelled rows it has not seen.</summary>
public static class EvaluateVerb
{
    public static Command Create()
    {
        var model = new Option<string>("--model") { Description = "Folder of the model.", Required = true };
        var data = new Option<string>("--data") { Description = "Labelled CSV or JSON lines, may be compressed by gzip.", Required = true };
        var text = new Option<string>("--text") { Description = "Column of the text; several with commas between, as in training.", Required = true };
        var label = new Option<string>("--label") { Description = "Column of the label.", Required = true };
        var multi = new Option<string?>("--multi") { Description = "A cell may hold several labels with this between them, such as ';'." };
        var head = new Option<string?>("--head") { Description = "Which of the model's questions to evaluate. Default: the one named as the label column, else the first." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        Command command = new("evaluate", "Measures a model on labelled rows.") { model, data, text, label, multi, head, json };
        command.SetAction((parseResult, _) =>
        {
            string labelColumn = parseResult.GetValue(label)!;
            string[] columns = parseResult.GetValue(text)!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            LabelledTextFile rows = LabelledTextFile.Read(parseResult.GetValue(data)!, columns, labelColumn, parseResult.GetValue(multi));
            ClassifierComparison comparison = MLNetEngine.IsIn(parseResult.GetValue(model)!)
                ? MLNetEngine.Evaluate(parseResult.GetValue(model)!, rows)
                : Compare(new ModelFolder(parseResult.GetValue(model)!).Load(), parseResult.GetValue(head), labelColumn, rows);
            Explain(rows, comparison);
            Console.WriteLine(parseResult.GetValue(json) ? Json(comparison) : Table(comparison));
            return Task.FromResult(0);
        });
        return command;
    }

    private static ClassifierComparison Compare(TextClassifier classifier, string? head, string labelColumn, LabelledTextFile rows) =>
        ClassifierComparison.Run(classifier, classifier.IndexOfHead(head ?? labelColumn, isRequired: head is not null), rows.Rows, TimeProvider.System);

    private static void Explain(LabelledTextFile rows, ClassifierComparison comparison)
    {
        Console.Error.WriteLine($"Read {rows.RowsRead} rows; passed over {rows.RowsWithoutLabel} without a label and {rows.RowsWithoutText} without text.");
        if (comparison.RowsOfUnknownLabels > 0)
        {
            Console.Error.WriteLine($"{comparison.RowsOfUnknownLabels} rows carry only labels that the model does not know; they are not scored.");
        }
    }

    private static string Json(ClassifierComparison comparison)
    {
        ClassifierEvaluation evaluation = comparison.Evaluation;
        return JsonOutput.Line(new
        {
            evaluation.Accuracy,
            evaluation.MacroF1,
            evaluation.MicroF1,
            evaluation.ExactMatch,
            Ece = evaluation.ExpectedCalibrationError,
            comparison.DocumentsPerSecond,
            Classes = evaluation.Classes.Select(row => new { row.Code, row.Precision, row.Recall, row.F1, row.Support }),
        });
    }

    private static string Table(ClassifierComparison comparison)
    {
        ClassifierEvaluation evaluation = comparison.Evaluation;
        IEnumerable<string> lines = evaluation.Classes.Select(row => string.Create(CultureInfo.InvariantCulture,
            $"{Shorten(row.Code),-50} {row.Precision,9:F3} {row.Recall,7:F3} {row.F1,7:F3} {row.Support,8}"));
        string head = string.Create(CultureInfo.InvariantCulture,
            $"{evaluation.Rows} rows: accuracy {evaluation.Accuracy:F4}, macro-F1 {evaluation.MacroF1:F4}, micro-F1 {evaluation.MicroF1:F4}, exact match {evaluation.ExactMatch:F4}, calibration error {evaluation.ExpectedCalibrationError:F4}, {comparison.DocumentsPerSecond:F0} documents/s");
        return string.Join('\n', [head, $"{"class",-50} {"precision",9} {"recall",7} {"F1",7} {"support",8}", .. lines]);
    }

    private static string Shorten(string code) => code.Length <= 50 ? code : code[..49] + "…";
}
