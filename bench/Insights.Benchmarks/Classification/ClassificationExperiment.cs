using System.Globalization;
using Ingest.Models;
using Ingest.Sources;
using Insights.Classification;
using Insights.Evaluation;

namespace Benchmarks.Classification;

/// <summary>
/// Compares settings of the model of complaints: cross-validation on the training files and the audit set, a line a head. The sample is never read here.
/// </summary>
public static class ClassificationExperiment
{
    /// <summary>Runs one variant.</summary>
    /// <param name="arguments">The data folder, then settings as name=value.</param>
    public static int Run(string[] arguments)
    {
        string folder = arguments[0];
        Dictionary<string, string> given = arguments.Skip(1).Select(argument => argument.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        ShippedModelSettings settings = ShippedModelSettings.Load(Path.Combine(folder, "training"));
        List<LabelledComplaint> complaints = [.. LabelledComplaintFiles.Read(Path.Combine(folder, "training"), settings.Training)];
        if (given.TryGetValue("more", out string? more))
        {
            complaints.AddRange(LabelledComplaintFiles.Read(Path.GetDirectoryName(more)!, [Path.GetFileNameWithoutExtension(more)]));
        }

        if (Number("folds", 6) == 0)
        {
            complaints = complaints.ConvertAll(complaint => complaint with { Writer = string.Empty });
        }

        IReadOnlyList<LabelledComplaint> audit = LabelledComplaintFiles.Read(Path.Combine(folder, "audit"), settings.Audit);
        DomainKnowledge knowledge = LexiconFile.Load(Path.Combine(folder, "lexicons", settings.Lexicon + ".yaml"));
        bool hasNetwork = Number("network", 1) > 0;
        var network = new WordNetworkOptions
        {
            Detectors = (int)Number("detectors", 128),
            FewestSteps = (int)Number("steps", 4000),
            LearningRate = Number("rate", 0.004),
            WordDropout = Number("wordDropout", 0.3),
            DetectorDropout = Number("dropout", 0.5),
            ManyLabelsWeight = Number("many", 1),
            PhraseWeight = Number("phrase", 0.3),
            LabelSmoothing = Number("smoothing", 0.05),
            Seed = (ulong)Number("seed", 1),
        };
        long start = TimeProvider.System.GetTimestamp();
        TrainedClassifier trained = new ComplaintModelTrainer(
            knowledge.Lexicon, knowledge.Phrases, hasNetwork ? WordVectorFile.Load(Path.Combine(folder, "vectors"), given.GetValueOrDefault("vectors", "glove-64")) : null, network)
        { WriterFoldCount = (int)Number("folds", 6) }
            .Fit(complaints, settings.Version, "1");
        double seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        Print(trained, ComplaintModelEvaluation.Run(new ComplaintModel(trained.Classifier), audit), string.Join(' ', arguments.Skip(1)), seconds);
        PrintWriters(trained, complaints);
        using var file = new MemoryStream();
        ModelFileWriter.Write(trained.Classifier, file);
        Write($"model file {file.Length / 1e6:F2} MB, {trained.Classifier.Vectorizer.Layout.FeatureCount} features, {trained.Classifier.Network?.Words.Count ?? 0} words in the network");
        return 0;

        double Number(string name, double standard) => given.TryGetValue(name, out string? value) ? double.Parse(value, CultureInfo.InvariantCulture) : standard;
    }

    private static void Print(TrainedClassifier trained, ComplaintModelEvaluation audit, string variant, double seconds)
    {
        ClassifierEvaluation[] audits = [audit.BusinessArea, audit.Themes, audit.ComplaintType, audit.Remit];
        Write($"## {variant}: {trained.Set.Texts.Count} rows, {seconds:F0} s; audit: {audit.ReviewShare:P1} reviewed, of the others {audit.AreaAccuracyWithoutReview:P1} right, in or out {audit.InOrOutAccuracy:F3}");
        foreach ((int index, HeadReport report) in trained.Reports.Index())
        {
            Write($"{report.Name,-15} cross-validated accuracy {report.Evaluation.Accuracy:F4} micro {report.Evaluation.MicroF1:F4} macro {report.Evaluation.MacroF1:F4} ece {report.Evaluation.ExpectedCalibrationError:F3} | audit micro {audits[index].MicroF1:F4} macro {audits[index].MacroF1:F4} ece {audits[index].ExpectedCalibrationError:F3} | cost {report.Options.Cost} exponent {report.Options.TermWeightExponent} lexicon {report.Options.BlockScales[2]:F2} network {report.NetworkFactor}");
        }
    }

    /// <summary>The area by writer, each judged by fits that had seen nothing of that writer, and what it is taken for.</summary>
    private static void PrintWriters(TrainedClassifier trained, List<LabelledComplaint> complaints)
    {
        IReadOnlyList<string> codes = trained.Classifier.Heads[0].Codes;
        (LabelledComplaint Complaint, HeadPrediction Prediction)[] judged = [.. trained.Reports[0].OutOfFold.Index()
            .Where(pair => pair.Item is not null).Select(pair => (complaints[trained.Set.SourceRows[pair.Index]], pair.Item!))];
        foreach (var writer in judged.GroupBy(pair => pair.Complaint.Writer, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Write($"{writer.Key,-14} {writer.Count(),5} rows, area right {writer.Average(pair => IsRight(pair) ? 1.0 : 0):F3}, claimed {writer.Average(pair => pair.Prediction.Probabilities[pair.Prediction.Labels[0]]):F3}");
        }

        (LabelledComplaint Complaint, HeadPrediction Prediction)[] falling = [.. judged.OrderByDescending(pair => pair.Prediction.Probabilities[pair.Prediction.Labels[0]])];
        Write($"area right of the surest {string.Join(", ", new[] { 1, 0.9, 0.8, 0.75, 0.6, 0.5 }.Select(share => string.Create(CultureInfo.InvariantCulture, $"{share:P0}: {falling.Take((int)(share * falling.Length)).Average(pair => IsRight(pair) ? 1.0 : 0):F3}")))}");
        foreach (var confusion in judged.Where(pair => !IsRight(pair)).CountBy(pair => (pair.Complaint.BusinessArea, Given: codes[pair.Prediction.Labels[0]])).OrderByDescending(pair => pair.Value).Take(12))
        {
            Write($"{confusion.Key.BusinessArea} taken for {confusion.Key.Given}: {confusion.Value}");
        }

        bool IsRight((LabelledComplaint Complaint, HeadPrediction Prediction) pair) =>
            string.Equals(codes[pair.Prediction.Labels[0]], pair.Complaint.BusinessArea, StringComparison.Ordinal);
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
