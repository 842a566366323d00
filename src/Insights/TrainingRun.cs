using Insights.Classification;

namespace Insights;

/// <summary>Labelled texts → a model with its measurements: filter → warn → train → describe.</summary>
public static class TrainingRun
{
    /// <summary>A label with fewer rows cannot be cross-validated in five parts and is learned badly.</summary>
    public const int FewestRowsOfLabel = 10;

    private const int FewestRows = 20;

    /// <summary>Trains on the rows.</summary>
    /// <exception cref="InputErrorException">There are too few rows or labels to learn from.</exception>
    public static TrainingResult Run(IReadOnlyList<LabelledText> rows, TrainingRequest request, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(request);
        var warnings = new List<string>();
        IReadOnlyList<LabelledText> kept = Select(rows, request, warnings);
        bool hasFields = request.TextColumns.Count > 1;
        var trainer = new TextClassifierTrainer(TextClassifierOptions.For(kept.Count, hasFields), request.Vectors);
        TrainedClassifier trained = trainer.Fit(kept, request.LabelColumn, request.IsMultiLabel, request.Properties, progress, cancellationToken);
        foreach (HeadReport report in trained.Reports.Where(report => !report.Converged))
        {
            warnings.Add($"The fit of {report.Name} stopped after {report.Epochs} passes, before its optimum. The model works; more rows or fewer labels would help.");
        }

        return new TrainingResult(trained, warnings);
    }

    /// <summary>The rows to learn from, whatever the engine.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="request">What is to be trained.</param>
    /// <param name="warnings">Receives sentences the person should read.</param>
    /// <exception cref="InputErrorException">There are too few rows or labels to learn from.</exception>
    public static IReadOnlyList<LabelledText> Select(IReadOnlyList<LabelledText> rows, TrainingRequest request, ICollection<string> warnings)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(warnings);
        IReadOnlyList<LabelledText> kept = KeepCommonest(rows, request.MostCommonLabels, warnings);
        CheckLabels(kept, request, warnings);
        return kept;
    }

    private static IReadOnlyList<LabelledText> KeepCommonest(IReadOnlyList<LabelledText> rows, int? mostCommonLabels, ICollection<string> warnings)
    {
        if (mostCommonLabels is not { } limit)
        {
            return rows;
        }

        HashSet<string> kept = rows.SelectMany(row => row.Labels)
            .CountBy(label => label, StringComparer.Ordinal)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(limit).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
        LabelledText[] filtered = [.. rows
            .Where(row => row.Labels.Count == 0 || row.Labels.Any(kept.Contains))
            .Select(row => row with { Labels = [.. row.Labels.Where(kept.Contains)] })];
        warnings.Add($"Kept the {kept.Count} commonest labels: {filtered.Length} of {rows.Count} rows.");
        return filtered;
    }

    private static void CheckLabels(IReadOnlyList<LabelledText> rows, TrainingRequest request, ICollection<string> warnings)
    {
        (string Label, int Rows)[] labels = [.. rows.SelectMany(row => row.Labels)
            .CountBy(label => label, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value))
            .OrderBy(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)];
        if (rows.Count < FewestRows)
        {
            throw new InputErrorException($"Found {rows.Count} rows that can be used; at least {FewestRows} are needed, and some {FewestRowsOfLabel} for each label.");
        }

        if (labels.Length < 2 && !(request.IsMultiLabel && labels.Length == 1))
        {
            throw new InputErrorException(
                $"Column \"{request.LabelColumn}\" holds {labels.Length} different label; at least 2 are needed. Was the right column named?");
        }

        if (!request.IsMultiLabel && labels.Length > rows.Count / 2)
        {
            throw new InputErrorException(
                $"Column \"{request.LabelColumn}\" holds {labels.Length} different labels in {rows.Count} rows: that looks like a text or a reference, not a label. "
                + "Name the column of the label, or give --multi when several labels stand in one cell.");
        }

        (string Label, int Rows)[] scarce = [.. labels.Where(label => label.Rows < FewestRowsOfLabel)];
        if (scarce.Length > 0)
        {
            warnings.Add($"{scarce.Length} of {labels.Length} labels have fewer than {FewestRowsOfLabel} rows and will be learned badly: "
                + $"{string.Join(", ", scarce.Take(8).Select(label => $"{label.Label} ({label.Rows})"))}{(scarce.Length > 8 ? ", …" : string.Empty)}. "
                + "Add rows, merge labels, or give --most-common N.");
        }
    }
}
