namespace Ingest.Validation;

/// <summary>Why a row was refused, without any personal data.</summary>
/// <param name="Column">The source's column; null when it is the row as a whole.</param>
/// <param name="Found">What stands there, as a shape or a count: "text of 12 characters", "47 cells".</param>
/// <param name="Expected">What should stand there.</param>
/// <param name="LikelyCause">What usually causes it; null when there is no usual cause.</param>
public sealed record RowIssue(string? Column, string Found, string Expected, string? LikelyCause = null);
