namespace Ingest.Sources;

/// <summary>What a file is, by its content.</summary>
public enum SourceKind
{
    /// <summary>Cells between delimiters, a header line first: CSV, TSV and their kin.</summary>
    Delimited,

    /// <summary>One JSON object a line.</summary>
    JsonLines,

    /// <summary>One JSON document: a list of objects, an object that holds one, or a single record.</summary>
    Json,

    /// <summary>An Excel workbook, XLSX or XLS.</summary>
    Workbook,

    /// <summary>A ZIP archive of files of the other kinds.</summary>
    Archive,
}
