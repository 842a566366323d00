using Insights.Evaluation;

namespace Insights.Classification;

/// <summary>What cross-validation said about a head, for its metrics file and model card.</summary>
public sealed record HeadReport
{
    public required string Name { get; init; }

    /// <summary>The settings chosen.</summary>
    public required LinearTrainingOptions Options { get; init; }

    /// <summary>What the word network's scores were multiplied by; 0 without one.</summary>
    public float NetworkFactor { get; init; }

    /// <summary>Passes over the rows of the fit that needed most.</summary>
    public required int Epochs { get; init; }

    /// <summary>False when the passes ran out before the optimum: more of them, or a smaller cost, would help.</summary>
    public required bool Converged { get; init; }

    /// <summary>Measured on rows that the fit measured had not seen.</summary>
    public required ClassifierEvaluation Evaluation { get; init; }

    /// <summary>The naive answer to beat: always the commonest label.</summary>
    public required ClassifierEvaluation Baseline { get; init; }

    /// <summary>Rows whose label the model confidently contradicts: likely slips of the coder, worth a second look.</summary>
    public required IReadOnlyList<LabelContradiction> Contradictions { get; init; }

    /// <summary>Quality by number of training rows; empty when not measured.</summary>
    public IReadOnlyList<LearningPoint> LearningCurve { get; init; } = [];

    /// <summary>What a fit that had not seen a row said about it, by row in canonical order; null for rows not asked about.</summary>
    public required IReadOnlyList<HeadPrediction?> OutOfFold { get; init; }
}
