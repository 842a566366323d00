namespace Ingest.Profiles;

/// <summary>What a profile says about the form of its files. Nothing need be said: each is detected from the content.</summary>
public sealed record FileFormat
{
    /// <summary>Date formats, tried in order. Default: ISO dates.</summary>
    public IReadOnlyList<string> DateFormats { get; init; } = ["yyyy-MM-dd"];

    /// <summary>The character between cells; detected from the header when null.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Name of the encoding, such as <c>windows-1252</c>; detected when null.</summary>
    public string? Encoding { get; init; }

    /// <summary>The property of a JSON document that holds the list of records; when null, the first list of objects is taken.</summary>
    public string? Records { get; init; }

    /// <summary>Name of the worksheet; when null, the first one.</summary>
    public string? Sheet { get; init; }
}
