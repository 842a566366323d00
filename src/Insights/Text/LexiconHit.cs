namespace Insights.Text;

/// <summary>An entry of a lexicon found in a text.</summary>
/// <param name="Group">Hash of the entry's group.</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="LastToken">Index of its last token.</param>
internal readonly record struct LexiconHit(ulong Group, int FirstToken, int LastToken);
