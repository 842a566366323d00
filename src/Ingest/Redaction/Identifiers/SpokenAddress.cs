using Ingest.Redaction.Tokens;

namespace Ingest.Redaction.Identifiers;

/// <summary>An e-mail address in words, as people write it where a form refuses the sign: "jo dot smith at gmail dot com".</summary>
internal static class SpokenAddress
{
    private const int MostParts = 4;
    private static readonly ulong At = WordHash.Of("at");
    private static readonly ulong Dot = WordHash.Of("dot");
    private static readonly HashSet<ulong> Endings = [.. "com co org net uk info ac gov eu me".Split(' ').Select(ending => WordHash.Of(ending))];

    /// <summary>The token behind the address that begins at the token; 0 when none does.</summary>
    public static int EndAt(TokenList tokens, int index)
    {
        int at = AfterParts(tokens, index);
        if (at == 0 || !Is(tokens, at, At))
        {
            return 0;
        }

        int end = AfterParts(tokens, at + 1);
        return end > at + 2 && Endings.Contains(tokens[end - 1].Hash) ? end : 0;
    }

    /// <summary>Words or codes with "dot" between them.</summary>
    private static int AfterParts(TokenList tokens, int index)
    {
        for (int part = 0; part < MostParts; part++)
        {
            if (index >= tokens.Count || tokens[index].IsRedacted || Is(tokens, index, At) || Is(tokens, index, Dot) || (part > 0 && tokens[index].Before != Gap.Space))
            {
                return 0;
            }

            index++;
            if (!Is(tokens, index, Dot))
            {
                return index;
            }

            index++;
        }

        return 0;
    }

    private static bool Is(TokenList tokens, int index, ulong word) => index < tokens.Count && tokens[index].Kind == TokenKind.Word && tokens[index].Hash == word && tokens[index].Before == Gap.Space;
}
