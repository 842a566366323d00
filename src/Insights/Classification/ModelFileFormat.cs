namespace Insights.Classification;

/// <summary>
/// The model file: magic, format version, length of the body, body (Brotli), SHA-256 of all before. Little-endian. One model, one immutable file;
/// any change of the format or of how texts become features raises <see cref="Version"/>.
/// </summary>
internal static class ModelFileFormat
{
    public const int Version = 2;

    /// <summary>Format 1 has no word network, weights of two bytes, and a body that is not compressed. It is still read.</summary>
    public const int FirstVersion = 1;
    public const int ChecksumBytes = 32;
    public const int HeaderBytes = 20;

    public static ReadOnlySpan<byte> Magic => "INSIGHTS"u8;
}
