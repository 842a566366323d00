using Ingest.Validation;

namespace Ingest;

/// <summary>A reason for which rows would be refused.</summary>
/// <param name="Issue">The reason, with the shape found in the first such row.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="FirstLine">Line of the first of them.</param>
public sealed record PreviewRefusal(RowIssue Issue, int Rows, long FirstLine);
