namespace Insights.Classification;

/// <summary>
/// The model file: magic, format version, length of the body, body, SHA-256 of all before. Little-endian. One model, one immutable file;
/// any change of the format or of how texts become features raises <see cref="Version"/>.
/// </summary>
internal static class ModelFileFormat
{
    public const int Version = 1;
    public const int ChecksumBytes = 32;
    public const int HeaderBytes = 20;

    public static ReadOnlySpan<byte> Magic => "INSIGHTS"u8;
}
