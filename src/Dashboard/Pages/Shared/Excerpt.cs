using System.Text.RegularExpressions;

namespace Dashboard.Pages.Shared;

/// <summary>A few lines of a text for a list: its beginning, or the place where the searched words stand, with those words marked.</summary>
public static partial class Excerpt
{
    private const int Length = 240;

    /// <summary>Shown before the first word found, so that it does not stand alone.</summary>
    private const int LeadIn = 80;

    /// <summary>Shorter words ("the", "of") would be marked everywhere.</summary>
    private const int ShortestMarked = 3;

    /// <summary>Endings that the search's stemming ignores, longest first.</summary>
    private static readonly string[] Endings = ["ing", "ies", "ed", "es", "s", "y", "e"];

    /// <returns>The pieces in order; those that were searched for are marked.</returns>
    public static IReadOnlyList<(string Text, bool IsMarked)> Of(string text, string? words)
    {
        Regex? marked = Searched(words);
        int found = marked?.Match(text) is { Success: true } match ? match.Index : 0;
        int start = found <= LeadIn ? 0 : WordBoundary(text, found - LeadIn);
        int end = start + Length >= text.Length ? text.Length : WordBoundary(text, start + Length);
        string cut = $"{(start > 0 ? "… " : "")}{text[start..end].Trim()}{(end < text.Length ? " …" : "")}";
        return marked is null ? [(cut, false)] : Split(cut, marked);
    }

    private static Regex? Searched(string? words)
    {
        string[] stems = [.. WordPattern().Matches(words ?? "")
            .Where(match => !match.Value.StartsWith('-'))
            .Select(match => Stem(match.Value))
            .Where(stem => stem.Length >= ShortestMarked)
            .Distinct(StringComparer.OrdinalIgnoreCase)];
        return stems.Length == 0
            ? null
            : new Regex($@"\b(?:{string.Join('|', stems.Select(Regex.Escape))})\w*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    private static string Stem(string word)
    {
        string? ending = Endings.FirstOrDefault(candidate => word.Length - candidate.Length >= ShortestMarked && word.EndsWith(candidate, StringComparison.OrdinalIgnoreCase));
        return ending is null ? word : word[..^ending.Length];
    }

    private static int WordBoundary(string text, int near)
    {
        // A cut inside a pseudonym such as [person 1] would leave half of it.
        int opening = text.LastIndexOf('[', near);
        int from = opening > 0 && text.IndexOf(']', opening) >= near ? opening - 1 : near;
        int space = text.LastIndexOf(' ', Math.Max(0, from));
        return space <= 0 ? near : space;
    }

    private static List<(string, bool)> Split(string text, Regex marked)
    {
        List<(string, bool)> pieces = [];
        int end = 0;
        foreach (Match match in marked.Matches(text))
        {
            pieces.Add((text[end..match.Index], false));
            pieces.Add((match.Value, true));
            end = match.Index + match.Length;
        }

        pieces.Add((text[end..], false));
        return pieces;
    }

    [GeneratedRegex(@"-?[\p{L}\p{N}]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordPattern();
}
