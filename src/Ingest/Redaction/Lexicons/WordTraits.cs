namespace Ingest.Redaction.Lexicons;

/// <summary>What the lexicons say of a word; a word may be several things at once ("Grace", "Bradford").</summary>
[Flags]
internal enum WordTraits : ushort
{
    None = 0,
    CommonWord = 1 << 0,
    OtherWord = 1 << 1,
    GivenName = 1 << 2,
    Surname = 1 << 3,
    Place = 1 << 4,
    Proper = 1 << 5,
    Keep = 1 << 6,
    Organisation = 1 << 7,
    Title = 1 << 8,
    Particle = 1 << 9,
    Street = 1 << 10,
    Dwelling = 1 << 11,
    DwellingPart = 1 << 12,
    Cue = 1 << 13,

    /// <summary>The word stands in a phrase that is kept as a whole.</summary>
    KeptPhrase = 1 << 14,

    /// <summary>A title that only ever stands before a name.</summary>
    Honorific = 1 << 15,

    AnyWord = CommonWord | OtherWord,
    AnyName = GivenName | Surname,
}
