namespace Insights.Patterns;

/// <summary>A group that shares enough complaints with one of the run before is that one and keeps its name.</summary>
internal static class ThemeMatching
{
    /// <summary>So much of the smaller of the two groups is in both.</summary>
    private const double SharedPart = 0.5;

    public static IEnumerable<NewTheme> Keep(IReadOnlyList<NewTheme> found, IReadOnlyList<NewTheme> before)
    {
        var pairs = found.SelectMany(theme => before.Select(old => (Theme: theme, Old: old, Shared: theme.ComplaintIds.Intersect(old.ComplaintIds).Count())))
            .Where(pair => pair.Shared > 0 && pair.Shared >= SharedPart * Math.Min(pair.Theme.ComplaintIds.Count, pair.Old.ComplaintIds.Count))
            .OrderByDescending(pair => pair.Shared).ThenBy(pair => pair.Old.Id, StringComparer.Ordinal).ThenBy(pair => pair.Theme.Id, StringComparer.Ordinal);
        Dictionary<string, NewTheme> kept = new(StringComparer.Ordinal);
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach ((NewTheme theme, NewTheme old, _) in pairs)
        {
            if (!kept.ContainsKey(theme.Id) && taken.Add(old.Id))
            {
                kept[theme.Id] = theme with { Id = old.Id, Name = old.Name, FoundOn = old.FoundOn };
            }
        }

        return found.Select(theme => kept.GetValueOrDefault(theme.Id, theme));
    }
}
