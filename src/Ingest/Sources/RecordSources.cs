using Ingest.Profiles;
using Insights;

namespace Ingest.Sources;

/// <summary>Opens a file as records, by its kind.</summary>
public static class RecordSources
{
    /// <exception cref="InputErrorException">The file cannot be read as what its content says it is.</exception>
    public static IRecordSource Open(SourceFile file, FileFormat format) => Open(file, format, [], []);

    /// <summary>Opens a file as a profile reads it.</summary>
    /// <exception cref="InputErrorException">The file cannot be read as what its content says it is.</exception>
    public static IRecordSource Open(SourceFile file, ImportProfile profile) => Open(file, profile.Format, profile.RequiredColumns, profile.OptionalColumns);

    private static IRecordSource Open(SourceFile file, FileFormat format, IReadOnlyCollection<string> required, IReadOnlyCollection<string> optional) => file.Kind switch
    {
        SourceKind.Delimited => new CsvRecordSource(file, format, required),
        SourceKind.JsonLines => new JsonLinesRecordSource(file, optional),
        SourceKind.Json => new JsonRecordSource(file, format.Records, required, optional),
        SourceKind.Workbook => new WorkbookRecordSource(file, format, required),
        _ => throw new InputErrorException($"{file.Name} is a file of the kind {file.Kind}, which is read by unfolding it first."),
    };
}
