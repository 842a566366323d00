namespace TestSupport.Files;

/// <summary>What can be demanded of a damaged file of a format.</summary>
public enum DamagedContent
{
    /// <summary>Lines of text: each is a complaint, a refused row or a part of one.</summary>
    Lines,

    /// <summary>Packed, with a checksum: all rows or a sentence.</summary>
    Packed,
}
