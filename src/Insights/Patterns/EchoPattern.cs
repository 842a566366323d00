using Insights.Complaints;

namespace Insights.Patterns;

/// <summary>A pattern looked for in every place.</summary>
/// <param name="Theme">Its theme's code; null for a new theme.</param>
/// <param name="NewTheme">The new theme; null for one of the taxonomy.</param>
/// <param name="Term">The term its complaints share; null where the new theme is the pattern.</param>
/// <param name="Recent">Its complaints of the recent days.</param>
/// <param name="Past">Its complaints before.</param>
internal sealed record EchoPattern(string? Theme, NewTheme? NewTheme, string? Term, IReadOnlyList<ArchivedComplaint> Recent, IReadOnlyList<ArchivedComplaint> Past);
