using System.Text.RegularExpressions;
using Ingest.Profiles;
using Ingest.Sources;
using Ingest.Validation;
using Insights;

namespace TestSupport.Files;

/// <summary>
/// Reads a file as an import does, to its end, and says what became of it. Anything but a complaint, a named row or a sentence is thrown on, and so is a
/// line of the file that is none of these: what was damaged must be named, not only survived.
/// </summary>
public sealed partial record DamagedReading(int Accepted, int Refused, int Failures)
{
    /// <param name="path">The damaged file.</param>
    /// <param name="profile">How to read it.</param>
    /// <param name="expected">What the undamaged file held.</param>
    public static DamagedReading Of(string path, ImportProfile profile, DamagedContent expected)
    {
        DamagedReading whole = new(0, 0, 0);
        foreach ((SourceFile? file, string? failure) in SourceParts.Of([path], profile))
        {
            whole = whole.Plus(file is null ? new DamagedReading(0, 0, Named(failure!, path)) : Read(file, path, profile, expected));
        }

        // A checksum guards what is packed: it comes whole, or the file is refused.
        return expected == DamagedContent.Lines || whole.Failures > 0 || whole.Accepted == MutatedFiles.RowsOf(path) || HidesAnEntry(path)
            ? whole
            : throw new InvalidOperationException($"{path}: {whole.Accepted} rows were accepted of {MutatedFiles.RowsOf(path)}, and no sentence says why.");
    }

    private static DamagedReading Read(SourceFile file, string path, ImportProfile profile, DamagedContent expected)
    {
        List<SourceRecord> records = [];
        int accepted = 0;
        long headerLine = 0;
        try
        {
            using IRecordSource source = RecordSources.Open(file, profile);
            RowValidator validator = new(profile, ColumnBinding.Bind(profile, source, file.Name));
            headerLine = source.HeaderLine;
            foreach (SourceRecord record in source.Records())
            {
                records.Add(record);
                RowResult result = validator.Validate(record);
                accepted += result.Complaint is null ? 1 - Named(result.Issue, record.LineNumber, path) : 1;
            }
        }
        catch (InputErrorException problem)
        {
            RequireRecordsBefore(problem.Message, records.Count, path);
            return new DamagedReading(accepted, records.Count - accepted, Named(problem.Message, path));
        }

        if (expected == DamagedContent.Lines && file.Kind is SourceKind.Delimited or SourceKind.JsonLines)
        {
            LineCover.Require(path, records, file.Kind == SourceKind.JsonLines ? 0 : headerLine, file.Kind);
        }

        return new DamagedReading(accepted, records.Count - accepted, 0);
    }

    private DamagedReading Plus(DamagedReading other) => new(Accepted + other.Accepted, Refused + other.Refused, Failures + other.Failures);

    /// <summary>A list that breaks gives every record before the break.</summary>
    private static void RequireRecordsBefore(string sentence, int records, string path)
    {
        if (BrokenRecord().Match(sentence) is { Success: true } broken && broken.Groups["number"].Value != FormattableString.Invariant($"{records + 1}"))
        {
            throw new InvalidOperationException($"{path}: {records} records were read, but: {sentence}");
        }
    }

    /// <summary>Damage to a name in an archive may make it one that is passed over on purpose.</summary>
    private static bool HidesAnEntry(string path) => path.EndsWith(".zip", StringComparison.Ordinal) && !MutatedFiles.HasAllEntries(path);

    private static int Named(string sentence, string path) => sentence.Contains(Path.GetFileName(path), StringComparison.Ordinal)
        ? 1
        : throw new InvalidOperationException($"{path} was refused without its name: {sentence}");

    private static int Named(RowIssue? issue, long line, string path) => issue is { Found.Length: > 0, Expected.Length: > 0 } && line > 0
        ? 1
        : throw new InvalidOperationException($"{path}: a row at {line} was refused without saying what was found and expected.");

    [GeneratedRegex("in record (?<number>[0-9]+)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex BrokenRecord();
}
