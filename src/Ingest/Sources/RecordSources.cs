using Ingest.Profiles;
using Insights;

namespace Ingest.Sources;

/// <summary>Opens a file as records, by its kind.</summary>
public static class RecordSources
{
    /// <exception cref="InputErrorException">The file cannot be read as what its content says it is.</exception>
    public static IRecordSource Open(SourceFile file, FileFormat format) => file.Kind switch
    {
        SourceKind.Delimited => new CsvRecordSource(file, format),
        SourceKind.JsonLines => new JsonLinesRecordSource(file),
        SourceKind.Json => new JsonRecordSource(file, format.Records),
        _ => throw new InputErrorException($"{file.Name} is a file of the kind {file.Kind}, which cannot be read here."),
    };
}
