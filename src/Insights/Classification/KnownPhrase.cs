namespace Insights.Classification;

/// <summary>Domain knowledge as a tiny labelled text: what such words speak for.</summary>
/// <param name="Head">The question it answers.</param>
/// <param name="Code">The answer.</param>
/// <param name="Text">The phrase.</param>
public sealed record KnownPhrase(string Head, string Code, string Text);
