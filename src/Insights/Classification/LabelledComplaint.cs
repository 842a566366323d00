namespace Insights.Classification;

/// <summary>A complaint as people coded it, to train or audit a model.</summary>
public sealed record LabelledComplaint(string Id, string Text, string BusinessArea, IReadOnlyList<string> Themes, string ComplaintType, string Remit);
