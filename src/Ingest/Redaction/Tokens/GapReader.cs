using Ingest.Redaction.Lexicons;

namespace Ingest.Redaction.Tokens;

/// <summary>Names what stands between two tokens.</summary>
internal static class GapReader
{
    /// <summary>A longer word before a full stop is no abbreviation, unless it is a listed title.</summary>
    private const int LongestAbbreviation = 1;

    public static Gap Widen(Gap gap, ReadOnlySpan<char> text, int position, TokenList tokens)
    {
        Gap found = Read(text, position, gap, tokens);
        return found > gap ? found : gap;
    }

    private static Gap Read(ReadOnlySpan<char> text, int position, Gap gap, TokenList tokens) => text[position] switch
    {
        '\n' or '\r' or '\u2028' or '\u2029' => Gap.Line,
        '.' => gap == Gap.Nothing && EndsAbbreviation(tokens) ? Gap.Abbreviation : Gap.SentenceEnd,
        '!' or '?' => Gap.SentenceEnd,
        ':' or ';' => Gap.Colon,
        ',' => Gap.Comma,
        '"' or '“' or '”' or '\'' or '‘' or '’' or '«' or '»' => Gap.Quote,
        '(' or '[' => Gap.Open,
        ')' or ']' => Gap.Close,
        '-' or '–' or '—' => Gap.Dash,
        '/' or '|' or '\\' => Gap.Slash,
        char other => char.IsWhiteSpace(other) ? Gap.Space : Gap.Symbol,
    };

    private static bool EndsAbbreviation(TokenList tokens)
    {
        ref readonly Token last = ref tokens[tokens.Count - 1];
        return last.Kind == TokenKind.Word && (last.Length <= LongestAbbreviation || last.Has(WordTraits.Title));
    }
}
