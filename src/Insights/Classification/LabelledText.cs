namespace Insights.Classification;

/// <summary>A text with the labels people gave it.</summary>
/// <param name="Text">The text; several fields are joined by <see cref="JoinFields"/>.</param>
/// <param name="Labels">Codes; exactly one, or any number where several are allowed.</param>
public sealed record LabelledText(string Text, IReadOnlyList<string> Labels)
{
    /// <summary>Joins fields (columns) to one text in which the features still know the fields apart.</summary>
    public static string JoinFields(IReadOnlyList<string> fields) => string.Join(Insights.Text.FeatureExtractor.FieldSeparator, fields);
}
