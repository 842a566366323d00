using System.Text.Json;
using Insights.Classification;
using Microsoft.ML;

namespace Insights.MLNet;

/// <summary>A classifier fitted by ML.NET. Not thread-safe: ML.NET's prediction engine keeps its buffers.</summary>
public sealed class MLNetModel : IDisposable
{
    private const string PipelineFileName = "mlnet.zip";
    private const string LabelsFileName = "mlnet-labels.json";

    private readonly MLContext context;
    private readonly ITransformer pipeline;
    private readonly DataViewSchema inputSchema;
    private readonly PredictionEngine<TextRow, LabelProbabilities> engine;

    internal MLNetModel(MLContext context, ITransformer pipeline, DataViewSchema inputSchema, IReadOnlyList<string> codes, bool isMultiLabel, double threshold)
    {
        (this.context, this.pipeline, this.inputSchema) = (context, pipeline, inputSchema);
        (Codes, IsMultiLabel, Threshold) = (codes, isMultiLabel, threshold);
        engine = context.Model.CreatePredictionEngine<TextRow, LabelProbabilities>(pipeline);
    }

    /// <summary>The labels, in ordinal order.</summary>
    public IReadOnlyList<string> Codes { get; }

    public bool IsMultiLabel { get; }

    /// <summary>Where a text may carry several labels, those at least as probable as this are given.</summary>
    public double Threshold { get; }

    /// <summary>Says whether a folder holds a model of this engine.</summary>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, PipelineFileName));

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InputErrorException">The files do not belong together or are damaged.</exception>
    public static MLNetModel Load(string folder)
    {
        try
        {
            SavedLabels labels = JsonSerializer.Deserialize<SavedLabels>(File.ReadAllText(Path.Combine(folder, LabelsFileName)))!;
            var reader = new MLContext(MLNetTrainer.Seed);
            ITransformer loaded = reader.Model.Load(Path.Combine(folder, PipelineFileName), out DataViewSchema schema);
            return new MLNetModel(reader, loaded, schema, labels.Codes, labels.IsMultiLabel, labels.Threshold);
        }
        catch (Exception problem) when (problem is JsonException or FormatException or IOException or InvalidOperationException or ArgumentException)
        {
            throw new InputErrorException($"The ML.NET model in {folder} is damaged or incomplete: {problem.Message} Train it again.", problem);
        }
    }

    /// <summary>Writes the pipeline and its labels into a folder.</summary>
    public void Save(string folder)
    {
        Directory.CreateDirectory(folder);
        context.Model.Save(pipeline, inputSchema, Path.Combine(folder, PipelineFileName));
        File.WriteAllText(Path.Combine(folder, LabelsFileName), JsonSerializer.Serialize(new SavedLabels(Codes, IsMultiLabel, Threshold)));
    }

    /// <summary>What the model says about a text.</summary>
    public HeadPrediction Predict(string text)
    {
        double[] probabilities = Array.ConvertAll(engine.Predict(new TextRow { Text = text }).Probabilities, probability => (double)probability);
        int[] labels = IsMultiLabel
            ? [.. Enumerable.Range(0, probabilities.Length).Where(label => probabilities[label] >= Threshold)]
            : [Array.IndexOf(probabilities, probabilities.Max())];
        return new HeadPrediction(probabilities, labels);
    }

    public void Dispose() => engine.Dispose();

    private sealed record SavedLabels(IReadOnlyList<string> Codes, bool IsMultiLabel, double Threshold);
}
