namespace Ingest.Redaction.Tokens;

/// <summary>What stands between a token and the one before it; of several, the one named last here wins.</summary>
internal enum Gap : byte
{
    Nothing,
    Space,
    Symbol,
    Slash,
    Possessive,
    Comma,
    Dash,
    Close,
    Open,
    Quote,
    Colon,

    /// <summary>A full stop that only shortens the token before it ("J.", "Mr.", "St.").</summary>
    Abbreviation,
    SentenceEnd,
    Line,
}
