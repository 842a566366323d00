namespace Ingest.Store.Dialects;

/// <summary>What a person typed into the search box, taken apart so that both databases read it alike and no character of it is an operator.</summary>
internal sealed class SearchWords
{
    /// <summary>Asks FTS5 for a word that no text holds: what an empty search finds is nothing.</summary>
    private const string NothingQuery = "\"\u0001\"";

    private SearchWords(IReadOnlyList<string> required, IReadOnlyList<string> excluded)
    {
        Required = required;
        Excluded = excluded;
    }

    /// <summary>Words or phrases that must occur; letters and digits only, single spaces.</summary>
    public IReadOnlyList<string> Required { get; }

    public IReadOnlyList<string> Excluded { get; }

    public static SearchWords Parse(string typed)
    {
        List<string> required = [];
        List<string> excluded = [];
        int position = 0;
        while (position < typed.Length)
        {
            bool isExcluded = typed[position] == '-' && (position == 0 || char.IsWhiteSpace(typed[position - 1]));
            int start = isExcluded ? position + 1 : position;
            bool isPhrase = start < typed.Length && typed[start] == '"';
            int end = isPhrase ? EndOf(typed, start + 1, '"') : EndOfWord(typed, start);
            string term = LettersAndDigits(typed[start..end]);
            if (term.Length > 0)
            {
                (isExcluded ? excluded : required).Add(term);
            }

            position = Math.Max(end, start) + 1;
        }

        return new SearchWords(required, excluded);
    }

    /// <summary>The FTS5 query: every term quoted, so that nothing in it is syntax (https://www.sqlite.org/fts5.html, section 3.1).</summary>
    public string ToFullTextQuery()
    {
        if (Required.Count == 0)
        {
            return NothingQuery;
        }

        string query = string.Join(" AND ", Required.Select(term => $"\"{term}\""));
        return Excluded.Count == 0 ? query : $"({query}) NOT ({string.Join(" OR ", Excluded.Select(term => $"\"{term}\""))})";
    }

    /// <summary>The text for PostgreSQL's <c>websearch_to_tsquery</c>, which never raises a syntax error.</summary>
    public string ToWebSearchQuery() =>
        Required.Count == 0 ? "" : string.Join(' ', Required.Select(term => $"\"{term}\"").Concat(Excluded.Select(term => $"-\"{term}\"")));

    private static int EndOf(string typed, int from, char closing)
    {
        int end = typed.IndexOf(closing, from);
        return end < 0 ? typed.Length : end;
    }

    private static int EndOfWord(string typed, int from)
    {
        int end = from;
        while (end < typed.Length && !char.IsWhiteSpace(typed[end]) && typed[end] != '"')
        {
            end++;
        }

        return end;
    }

    private static string LettersAndDigits(string term)
    {
        string spaced = string.Concat(term.Select(character => char.IsLetterOrDigit(character) ? character : ' '));
        return string.Join(' ', spaced.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
