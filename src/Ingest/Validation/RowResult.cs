namespace Ingest.Validation;

/// <summary>A row after validation: either a complaint or the reason it was refused.</summary>
public readonly record struct RowResult(ImportedComplaint? Complaint, RowIssue? Issue);
