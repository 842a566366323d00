namespace Insights.Classification;

/// <summary>Domain knowledge as a tiny labelled text: what such words speak for.</summary>
/// <param name="Head">The question it answers.</param>
/// <param name="Code">The answer; <see cref="NoCode"/> for a question that may have several answers or none.</param>
/// <param name="Text">The phrase.</param>
public sealed record KnownPhrase(string Head, string Code, string Text)
{
    /// <summary>Says that such words speak for no code: greetings, thanks, what is enclosed, what is only mentioned.</summary>
    public const string NoCode = "none";

    /// <summary>The answers it teaches.</summary>
    public IReadOnlyList<string> Codes => string.Equals(Code, NoCode, StringComparison.Ordinal) ? [] : [Code];
}
