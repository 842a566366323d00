using System.Diagnostics;
using System.Globalization;
using Ingest.Models;
using Ingest.Sources;
using Insights;
using Insights.Classification;
using Insights.Evaluation;

namespace Benchmarks.Classification;

/// <summary>
/// Accuracy and speed of a classifier on labelled rows, one thread: training time, model size, load time, texts a second, time of a single text, memory.
/// Without a test file only what cross-validation says is printed, so that settings can be compared without looking at it.
/// </summary>
public static class ClassifierBenchmark
{
    private const int Rounds = 5;

    /// <summary>Runs it.</summary>
    /// <param name="arguments">Settings as name=value: train, test, text, label, separator, mostCommon, vectors (the data folder).</param>
    public static int Run(string[] arguments)
    {
        Dictionary<string, string> given = arguments.Select(argument => argument.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        string[] columns = given["text"].Split(',');
        string? separator = given.GetValueOrDefault("separator");
        LabelledTextFile train = LabelledTextFile.Read(given["train"], columns, given["label"], separator);
        var request = new TrainingRequest
        {
            TextColumns = columns,
            LabelColumn = given["label"],
            IsMultiLabel = separator is not null,
            MostCommonLabels = given.TryGetValue("mostCommon", out string? most) ? int.Parse(most, CultureInfo.InvariantCulture) : null,
            Vectors = given.TryGetValue("vectors", out string? folder) ? WordVectorFile.Load(Path.Combine(folder, "vectors"), "glove-64") : null,
        };
        long start = Stopwatch.GetTimestamp();
        TrainedClassifier trained = TrainingRun.Run(train.Rows, request, null, CancellationToken.None).Trained;
        HeadReport report = trained.Reports[0];
        Write($"training {Stopwatch.GetElapsedTime(start).TotalSeconds:F2} s ({trained.Set.Texts.Count} rows, {trained.Classifier.Vectorizer.Layout.FeatureCount} features, {report.Evaluation.Classes.Count} labels), peak memory {Environment.WorkingSet / 1e6:F0} MB");
        Write($"cross-validated accuracy {report.Evaluation.Accuracy:F4} micro-F1 {report.Evaluation.MicroF1:F4} macro-F1 {report.Evaluation.MacroF1:F4} calibration error {report.Evaluation.ExpectedCalibrationError:F4}; network {report.NetworkFactor}, cost {report.Options.Cost}");
        if (given.TryGetValue("test", out string? test))
        {
            Measure(trained.Classifier, LabelledTextFile.Read(test, columns, given["label"], separator));
        }

        return 0;
    }

    private static void Measure(TextClassifier trained, LabelledTextFile test)
    {
        using var file = new MemoryStream();
        ModelFileWriter.Write(trained, file);
        file.Position = 0;
        long start = Stopwatch.GetTimestamp();
        TextClassifier classifier = ModelFileReader.Read(file, "model");
        double loadMilliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        ClassifierComparison[] rounds = [.. Enumerable.Range(0, Rounds).Select(_ => ClassifierComparison.Run(classifier, 0, test.Rows, TimeProvider.System))];
        double[] microseconds = [.. test.Rows.Take(1000).Select(row =>
        {
            long before = Stopwatch.GetTimestamp();
            classifier.Predict(row.Text);
            return Stopwatch.GetElapsedTime(before).TotalMicroseconds;
        }).Order()];
        ClassifierEvaluation evaluation = rounds[0].Evaluation;
        Write($"test accuracy {evaluation.Accuracy:F4} micro-F1 {evaluation.MicroF1:F4} macro-F1 {evaluation.MacroF1:F4} calibration error {evaluation.ExpectedCalibrationError:F4} ({evaluation.Rows} rows)");
        Write($"prediction {rounds.Max(round => round.DocumentsPerSecond):F0} documents/s (best of {Rounds}; median {rounds.Select(round => round.DocumentsPerSecond).Order().ElementAt(Rounds / 2):F0}), one text {microseconds[microseconds.Length / 2]:F0} µs (median), {microseconds[microseconds.Length * 99 / 100]:F0} µs (99 of 100)");
        Write($"model {file.Length / 1e6:F2} MB, loaded in {loadMilliseconds:F0} ms");
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
