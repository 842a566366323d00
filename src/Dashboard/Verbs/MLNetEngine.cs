using Ingest.Sources;
using Insights;
using Insights.Evaluation;
#if WITH_MLNET
using Ingest.Models;
using Insights.Classification;
using Insights.MLNet;
#endif

namespace Dashboard.Verbs;

/// <summary>ML.NET behind <c>train</c> and <c>evaluate</c>: there in builds with <c>-p:WithMLNet=true</c>, else a sentence that says so.</summary>
internal static class MLNetEngine
{
    public const string Name = "mlnet";

#if WITH_MLNET
    /// <summary>Says whether a folder holds a model of this engine.</summary>
    public static bool IsIn(string folder) => MLNetModel.IsIn(folder);

    public static int Train(string file, LabelledTextFile rows, TrainingRequest request, string folder, bool json, Action<string> report)
    {
        List<string> warnings = [];
        IReadOnlyList<LabelledText> kept = TrainingRun.Select(rows.Rows, request, warnings);
        warnings.ForEach(report);
        (MLNetModel model, ClassifierEvaluation heldOut) = new MLNetTrainer(new ProgressLines(report)).Fit(kept, request.IsMultiLabel);
        using (model)
        {
            model.Save(folder);
        }

        string measured = $"Trained by ML.NET on {kept.Count} rows, {heldOut.Classes.Count} labels. A fifth kept apart: {TrainVerb.Scores(heldOut)}.";
        File.WriteAllText(Path.Combine(folder, ModelFolder.MetricsFileName), JsonOutput.Line(new { engine = Name, rows = kept.Count, heldOut }));
        File.WriteAllText(Path.Combine(folder, ModelFolder.CardFileName), $"# {Path.GetFileName(Path.TrimEndingDirectorySeparator(folder))}\n\nLabels of the column \"{request.LabelColumn}\" of {Path.GetFileName(file)}, for comparison with the own engine. {measured}\n");
        Console.WriteLine(json ? TrainVerb.Json(kept.Count, heldOut, folder) : $"{measured}\nThe model is in {folder}.");
        return 0;
    }

    public static ClassifierComparison Evaluate(string folder, LabelledTextFile rows)
    {
        using MLNetModel model = MLNetModel.Load(folder);
        return ClassifierComparison.Run(model.Codes, model.IsMultiLabel, model.Predict, rows.Rows, TimeProvider.System);
    }
#else
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, "mlnet.zip"));

    public static int Train(string file, LabelledTextFile rows, TrainingRequest request, string folder, bool json, Action<string> report) =>
        throw new InputErrorException("This build has no ML.NET. Build it with -p:WithMLNet=true (the package Microsoft.ML must restore), or leave --engine out.");

    public static ClassifierComparison Evaluate(string folder, LabelledTextFile rows) => throw new InputErrorException($"{folder} was trained by ML.NET, which this build does not have.");
#endif
}
