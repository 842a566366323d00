using Ingest.Redaction.Lexicons;

namespace Ingest.Redaction.Tokens;

/// <summary>Cuts a text into tokens in one pass from left to right; each character is looked at a fixed number of times.</summary>
internal static class TokenScanner
{
    public static void Scan(ReadOnlySpan<char> text, Lexicon lexicon, TokenList tokens)
    {
        tokens.Clear();
        Gap gap = Gap.Line;
        int position = 0;
        while (position < text.Length)
        {
            if (PlaceholderScanner.TryRead(text, position, out int placeholderEnd, out TokenKind kind))
            {
                tokens.Add(new Token(position, placeholderEnd, kind, TokenShape.None, gap, 0, WordTraits.None, 0));
                position = placeholderEnd;
                gap = Gap.Nothing;
                continue;
            }

            if (Characters.StartsToken(text, position))
            {
                position = ReadToken(text, position, gap, lexicon, tokens);
                gap = Gap.Nothing;
                continue;
            }

            if (IsPossessive(text, position, gap))
            {
                gap = Gap.Possessive;
                position += 2;
                continue;
            }

            gap = GapReader.Widen(gap, text, position, tokens);
            position++;
        }
    }

    private static int ReadToken(ReadOnlySpan<char> text, int start, Gap gap, Lexicon lexicon, TokenList tokens)
    {
        int end = Characters.PlainWordEnd(text, start);
        bool isPlainWord = end > start;
        end = isPlainWord ? end : Characters.CodeEnd(text, start);
        if (!isPlainWord && end > start)
        {
            tokens.Add(new Token(start, end, TokenKind.Code, TokenShape.None, gap, WordHash.Of(text[start..end]), WordTraits.None, 0));
            return end;
        }

        end = isPlainWord ? end : Characters.WordEnd(text, start);
        ReadOnlySpan<char> word = text[start..end];
        ulong hash = WordHash.Of(word);
        (WordTraits traits, ushort cue) = lexicon.Find(word, hash);
        tokens.Add(new Token(start, end, TokenKind.Word, ShapeOf(word), gap, hash, traits, cue));
        return end;
    }

    /// <summary>The "'s" that follows a name or a pseudonym is no part of it.</summary>
    private static bool IsPossessive(ReadOnlySpan<char> text, int position, Gap gap) =>
        gap == Gap.Nothing
        && Characters.IsApostrophe(text[position])
        && position + 1 < text.Length
        && text[position + 1] is 's' or 'S'
        && (position + 2 == text.Length || !char.IsLetterOrDigit(text[position + 2]));

    private static TokenShape ShapeOf(ReadOnlySpan<char> word)
    {
        if (!char.IsUpper(word[0]))
        {
            return TokenShape.Lower;
        }

        int letters = 0;
        foreach (char letter in word)
        {
            if (char.IsLower(letter))
            {
                return TokenShape.Capital;
            }

            letters += char.IsLetter(letter) ? 1 : 0;
        }

        return letters == 1 ? TokenShape.Initial : TokenShape.Upper;
    }
}
