namespace Insights.Classification;

/// <summary>A text with the labels people gave it.</summary>
/// <param name="Text">The text; several fields are joined by <see cref="JoinFields"/>.</param>
/// <param name="Labels">Codes; exactly one, or any number where several are allowed.</param>
/// <param name="Place">Where a person finds it: the number of the row in its file, or an id.</param>
public sealed record LabelledText(string Text, IReadOnlyList<string> Labels, string Place = "")
{
    /// <summary>Joins fields (columns) to one text in which the features still know the fields apart.</summary>
    public static string JoinFields(IReadOnlyList<string> fields) => string.Join(Insights.Text.FeatureExtractor.FieldSeparator, fields);
}
