namespace Ingest.Store;

/// <summary>The longest value of each kind of column; the mapping and the row validation both use them, so that no accepted row can fail to be stored.</summary>
public static class FieldLengths
{
    /// <summary>A source's reference; several columns may be joined into one, such as a case number with a heading.</summary>
    public const int Reference = 400;

    /// <summary>A code, or a word of the source that serves as one (organisations and offices have long names).</summary>
    public const int Code = 300;

    /// <summary>Names of collections, profiles, taxonomies, slices and intervals.</summary>
    public const int Name = 100;

    public const int Version = 100;

    public const int Title = 500;

    public const int FileName = 500;

    /// <summary>A sentence for people: an error, a reason, what was found.</summary>
    public const int Sentence = 2000;

    /// <summary>SHA-256 in hexadecimal.</summary>
    public const int HashText = 64;
}
