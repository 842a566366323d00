namespace Ingest.Redaction.Tokens;

internal enum TokenShape : byte
{
    Lower,

    /// <summary>First letter a capital, another small.</summary>
    Capital,

    /// <summary>Two letters or more, all capitals.</summary>
    Upper,

    /// <summary>One capital letter.</summary>
    Initial,

    /// <summary>No word at all.</summary>
    None,
}
