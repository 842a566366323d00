namespace Ingest.Redaction.Tokens;

internal enum TokenKind : byte
{
    /// <summary>Letters, with the apostrophes and hyphens inside a word.</summary>
    Word,

    /// <summary>A stretch without spaces that holds a digit, an asterisk or an at sign.</summary>
    Code,

    /// <summary>A pseudonym of an earlier redaction, or a span found already, that stands for a person.</summary>
    RedactedPerson,

    /// <summary>The same for anything else.</summary>
    RedactedOther,
}
