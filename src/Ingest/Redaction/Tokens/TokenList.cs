using Ingest.Redaction.Lexicons;

namespace Ingest.Redaction.Tokens;

/// <summary>The tokens of one text, in one reused array.</summary>
internal sealed class TokenList
{
    private const int InitialCapacity = 512;
    private static readonly Token Edge = new(0, 0, TokenKind.Word, TokenShape.None, Gap.Line, 0, WordTraits.None, 0);
    private Token[] tokens = new Token[InitialCapacity];

    public int Count { get; private set; }

    /// <summary>The token at the index, or an empty one beyond either end.</summary>
    public ref readonly Token this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Count)
            {
                return ref Edge;
            }

            return ref tokens[index];
        }
    }

    public void Clear() => Count = 0;

    public void Add(in Token token)
    {
        if (Count == tokens.Length)
        {
            Array.Resize(ref tokens, Count * 2);
        }

        tokens[Count++] = token;
    }

    public void Mark(int index, WordTraits traits) => tokens[index] = tokens[index] with { Traits = tokens[index].Traits | traits };

    public void Unmark(WordTraits traits)
    {
        for (int index = 0; index < Count; index++)
        {
            if (tokens[index].Has(traits))
            {
                tokens[index] = tokens[index] with { Traits = tokens[index].Traits & ~traits };
            }
        }
    }

    /// <summary>The gap after the token: the line's end after the last.</summary>
    public Gap After(int index) => index + 1 < Count ? tokens[index + 1].Before : Gap.Line;

    /// <summary>
    /// Puts one placeholder in place of the tokens of each span, so that a later look at this list sees what a reader of the redacted text sees.
    /// That makes redaction of redacted text find nothing new.
    /// </summary>
    /// <param name="spans">Ordered, not overlapping, starting and ending with tokens.</param>
    public void Collapse(IReadOnlyList<RedactionSpan> spans)
    {
        int write = 0;
        int next = 0;
        for (int read = 0; read < Count; read++)
        {
            Token token = tokens[read];
            while (next < spans.Count && spans[next].End <= token.Start)
            {
                next++;
            }

            if (next < spans.Count && token.Start >= spans[next].Start)
            {
                RedactionSpan span = spans[next];
                if (token.Start == span.Start)
                {
                    tokens[write] = Placeholder(span, GapAfterRedaction(token, write));
                    write++;
                }

                continue;
            }

            tokens[write] = token with { Before = GapAfterRedaction(token, write) };
            write++;
        }

        Count = write;
    }

    /// <summary>A full stop behind "J" shortens it; behind a pseudonym it ends the sentence.</summary>
    private Gap GapAfterRedaction(in Token token, int write) =>
        token.Before == Gap.Abbreviation && write > 0 && tokens[write - 1].IsRedacted ? Gap.SentenceEnd : token.Before;

    private static Token Placeholder(RedactionSpan span, Gap before)
    {
        TokenKind kind = string.Equals(span.Type, PersonalDataType.PersonName, StringComparison.Ordinal) ? TokenKind.RedactedPerson : TokenKind.RedactedOther;
        return new Token(span.Start, span.End, kind, TokenShape.None, before, 0, WordTraits.None, 0);
    }
}
