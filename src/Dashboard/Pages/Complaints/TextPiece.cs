namespace Dashboard.Pages.Complaints;

/// <summary>A stretch of a text, and the themes for which it is evidence; none for the text between.</summary>
public sealed record TextPiece(string Text, IReadOnlyList<string> Themes);
