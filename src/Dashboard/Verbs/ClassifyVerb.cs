using System.CommandLine;
using System.Globalization;
using Ingest.DataFiles;
using Ingest.Models;
using Ingest.Sources;
using Insights.Classification;

namespace Dashboard.Verbs;

/// <summary><c>classify</c>: codes complaints of a file without any database.</summary>
public static class ClassifyVerb
{
    private const int ReportEvery = 10_000;
    private const int ProbabilityDigits = 4;

    public static Command Create()
    {
        var input = new Option<string>("--in") { Description = "CSV or JSON lines with id and text, may be compressed by gzip.", Required = true };
        var output = new Option<string>("--out") { Description = "JSON lines to write.", Required = true };
        var model = new Option<string?>("--model") { Description = "Folder of the model. Default: the highest version that ships." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        Command command = new("classify", "Codes complaints: business area, themes with evidence, type, remit.") { input, output, model, json };
        command.SetAction((parseResult, cancellationToken) =>
        {
            ComplaintModel complaintModel = parseResult.GetValue(model) is { } folder
                ? new ComplaintModel(new ModelFolder(folder).Load())
                : ShippedModel.Load(DataFolder.Find(), ShippedModel.DefaultName);
            return Task.FromResult(Classify(complaintModel, parseResult.GetValue(input)!, parseResult.GetValue(output)!, parseResult.GetValue(json), cancellationToken));
        });
        return command;
    }

    private static int Classify(ComplaintModel model, string input, string output, bool json, CancellationToken cancellationToken)
    {
        long start = TimeProvider.System.GetTimestamp();
        int count = 0;
        int reviewed = 0;
        using (OutputFile file = OutputFile.Create(output))
        {
            foreach (string[] cells in TextTable.Read(input, ["id", "text"]))
            {
                cancellationToken.ThrowIfCancellationRequested();
                ComplaintPrediction prediction = model.Predict(cells[1]);
                file.Writer.WriteLine(Line(cells[0], prediction));
                reviewed += prediction.NeedsReview ? 1 : 0;
                if (++count % ReportEvery == 0)
                {
                    Console.Error.WriteLine($"{count} complaints classified");
                }
            }

            file.Finish();
        }

        double seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(json
            ? JsonOutput.Line(new { Complaints = count, NeedReview = reviewed, ModelVersion = model.Version, Seconds = seconds })
            : string.Create(CultureInfo.InvariantCulture, $"Classified {count} complaints with model {model.Version} in {seconds:F1} s; {reviewed} need review. Written to {output}."));
        return 0;
    }

    private static string Line(string id, ComplaintPrediction prediction) => JsonOutput.Line(new
    {
        id,
        BusinessArea = new { prediction.BusinessArea.Code, Probability = Round(prediction.BusinessArea.Probability) },
        Themes = prediction.Themes.Select(theme => new { theme.Code, Probability = Round(theme.Probability), theme.Evidence }),
        ComplaintType = prediction.ComplaintType.Code,
        Remit = prediction.Remit.Code,
        prediction.NeedsReview,
    });

    private static double Round(double probability) => Math.Round(probability, ProbabilityDigits);
}
