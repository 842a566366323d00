namespace Insights.Classification;

/// <summary>A stretch of a text in UTF-16 offsets: <paramref name="Start"/> inclusive, <paramref name="End"/> exclusive.</summary>
public readonly record struct TextSpan(int Start, int End);
