using System.Runtime.InteropServices;
using Ingest.Redaction.Lexicons;

namespace Ingest.Redaction.Tokens;

/// <summary>A word, a code or an earlier pseudonym, with what the lexicons know of it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Token(int Start, int End, TokenKind Kind, TokenShape Shape, Gap Before, ulong Hash, WordTraits Traits, ushort Cue)
{
    public int Length => End - Start;

    public bool IsCapitalised => Shape is TokenShape.Capital or TokenShape.Upper or TokenShape.Initial;

    public bool IsRedacted => Kind is TokenKind.RedactedPerson or TokenKind.RedactedOther;

    /// <summary>Whether the token opens a sentence or a line, where a capital says nothing.</summary>
    public bool OpensSentence => Before is Gap.SentenceEnd or Gap.Line;

    public bool Has(WordTraits traits) => (Traits & traits) != WordTraits.None;
}
