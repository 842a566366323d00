namespace Insights.Evaluation;

/// <summary>How good a classifier is on rows whose labels are known.</summary>
public sealed record ClassifierEvaluation
{
    public required int Rows { get; init; }

    /// <summary>Share of rows with exactly the right label or labels. Misleads when one label is common: see the baseline.</summary>
    public required double Accuracy { get; init; }

    /// <summary>Share of rows whose set of labels is exactly right; the same as accuracy, under the name usual for several labels.</summary>
    public required double ExactMatch { get; init; }

    /// <summary>F1 over all decisions; equals accuracy for one label a row.</summary>
    public required double MicroF1 { get; init; }

    /// <summary>Mean F1 of the classes that occur or were given.</summary>
    public required double MacroF1 { get; init; }

    /// <summary>
    /// Mean distance between probability and share right, by bins of probability; 0 is best. For one label a row over the label given, for several over each decision.
    /// </summary>
    public required double ExpectedCalibrationError { get; init; }

    public required IReadOnlyList<ClassEvaluation> Classes { get; init; }

    public required IReadOnlyList<ReliabilityBin> Reliability { get; init; }

    /// <summary>Which label was taken for which, most frequent first; empty for several labels a row.</summary>
    public required IReadOnlyList<LabelConfusion> Confusions { get; init; }
}
