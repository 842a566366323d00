namespace Insights.Classification;

/// <summary>A complaint as people coded it, to train or audit a model.</summary>
/// <param name="Id">Its name in the file.</param>
/// <param name="Text">What was written.</param>
/// <param name="BusinessArea">The one area.</param>
/// <param name="Themes">All themes.</param>
/// <param name="ComplaintType">The one type.</param>
/// <param name="Remit">In, or why not.</param>
/// <param name="Writer">Who wrote it, as far as known: the file it came from. What is measured on a writer is measured by fits that have not seen that writer.</param>
public sealed record LabelledComplaint(string Id, string Text, string BusinessArea, IReadOnlyList<string> Themes, string ComplaintType, string Remit, string Writer = "");
