namespace Insights.Complaints;

/// <summary>The redacted text of one stored complaint.</summary>
public readonly record struct ArchivedText(long ComplaintId, string Text);
