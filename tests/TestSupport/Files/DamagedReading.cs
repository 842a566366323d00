using Ingest.Profiles;
using Ingest.Sources;
using Ingest.Validation;
using Insights;

namespace TestSupport.Files;

/// <summary>Reads a file as an import does, to its end, and says what became of it; anything but a complaint, a named row or a sentence is thrown on.</summary>
public sealed record DamagedReading(int Accepted, int Refused, int Failures)
{
    public static DamagedReading Of(string path, ImportProfile profile)
    {
        int accepted = 0;
        int refused = 0;
        int failures = 0;
        foreach ((SourceFile? file, string? failure) in SourceParts.Of([path], profile))
        {
            if (file is null)
            {
                failures += Named(failure!, path);
                continue;
            }

            try
            {
                using IRecordSource source = RecordSources.Open(file, profile);
                RowValidator validator = new(profile, ColumnBinding.Bind(profile, source, file.Name));
                foreach (SourceRecord record in source.Records())
                {
                    RowResult result = validator.Validate(record);
                    accepted += result.Complaint is null ? 0 : 1;
                    refused += result.Complaint is null ? Named(result.Issue, record.LineNumber, path) : 0;
                }
            }
            catch (InputErrorException problem)
            {
                failures += Named(problem.Message, path);
            }
        }

        return new DamagedReading(accepted, refused, failures);
    }

    private static int Named(string sentence, string path) => sentence.Contains(Path.GetFileName(path), StringComparison.Ordinal)
        ? 1
        : throw new InvalidOperationException($"{path} was refused without its name: {sentence}");

    private static int Named(RowIssue? issue, long line, string path) => issue is { Found.Length: > 0, Expected.Length: > 0 } && line > 0
        ? 1
        : throw new InvalidOperationException($"{path}: a row at {line} was refused without saying what was found and expected.");
}
