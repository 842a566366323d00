using Insights.Text;

namespace Insights;

/// <summary>What is to be trained.</summary>
public sealed record TrainingRequest
{
    /// <summary>Columns that make the text.</summary>
    public required IReadOnlyList<string> TextColumns { get; init; }

    /// <summary>Column of the labels.</summary>
    public required string LabelColumn { get; init; }

    /// <summary>True when a row may carry several labels or none.</summary>
    public bool IsMultiLabel { get; init; }

    /// <summary>Keep only so many of the commonest labels; null keeps all.</summary>
    public int? MostCommonLabels { get; init; }

    /// <summary>Vectors of words, which help small sets; null for none.</summary>
    public WordVectors? Vectors { get; init; }

    /// <summary>Kept with the model.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
