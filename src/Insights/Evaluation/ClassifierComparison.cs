using Insights.Classification;

namespace Insights.Evaluation;

/// <summary>A model's predictions beside the right labels of rows it has not seen.</summary>
public sealed record ClassifierComparison
{
    /// <summary>Texts predicted before the clock starts, so that the time measured is the running program's, not the compiler's.</summary>
    private const int WarmUpRows = 2_000;

    public required ClassifierEvaluation Evaluation { get; init; }

    /// <summary>Predictions a second on one thread, reading of the file left out.</summary>
    public required double DocumentsPerSecond { get; init; }

    /// <summary>Rows left out because the model knows none of their labels.</summary>
    public required int RowsOfUnknownLabels { get; init; }

    /// <summary>Predicts each row and compares.</summary>
    public static ClassifierComparison Run(TextClassifier classifier, int headIndex, IReadOnlyList<LabelledText> rows, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ClassifierHead head = classifier.Heads[headIndex];
        return Run(head.Codes, head.IsMultiLabel, text => classifier.Predict(text, headIndex), rows, clock);
    }

    /// <summary>The same for any engine.</summary>
    /// <param name="codes">The labels the engine knows, in the order of its probabilities.</param>
    /// <param name="isMultiLabel">True when it may give several labels or none.</param>
    /// <param name="predict">The engine.</param>
    /// <param name="rows">Rows it has not seen.</param>
    /// <param name="clock">Times the predictions.</param>
    public static ClassifierComparison Run(
        IReadOnlyList<string> codes, bool isMultiLabel, Func<string, HeadPrediction> predict, IReadOnlyList<LabelledText> rows, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(predict);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(clock);
        Dictionary<string, int> indexOf = codes.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        LabelledText[] known = [.. rows.Where(row => row.Labels.Count == 0 || row.Labels.Any(indexOf.ContainsKey))];
        if (known.Length == 0)
        {
            throw new InputErrorException(
                $"None of the {rows.Count} rows has a label that the model knows; it knows {string.Join(", ", codes.Take(10).Select(code => $"\"{code}\""))}"
                + $"{(codes.Count > 10 ? ", …" : string.Empty)}. Check the label column and --multi.");
        }

        foreach (LabelledText row in known.Take(WarmUpRows))
        {
            predict(row.Text);
        }

        long start = clock.GetTimestamp();
        HeadPrediction[] predictions = [.. known.Select(row => predict(row.Text))];
        double seconds = clock.GetElapsedTime(start).TotalSeconds;

        var evaluator = new ClassifierEvaluator(codes, isMultiLabel);
        for (int row = 0; row < known.Length; row++)
        {
            evaluator.Add(predictions[row], [.. known[row].Labels.Where(indexOf.ContainsKey).Select(label => indexOf[label]).Order()]);
        }

        return new ClassifierComparison
        {
            Evaluation = evaluator.Evaluate(),
            DocumentsPerSecond = known.Length / Math.Max(seconds, 1e-9),
            RowsOfUnknownLabels = rows.Count - known.Length,
        };
    }
}
