using Insights.Complaints;

namespace Insights.Patterns;

/// <summary>A complaint with text and the different terms in it.</summary>
/// <param name="Complaint">The complaint.</param>
/// <param name="Text">Its redacted text.</param>
/// <param name="Terms">Numbers of its terms in the <see cref="TermIndex"/>, each once.</param>
internal sealed record ReadText(ArchivedComplaint Complaint, string Text, int[] Terms);
