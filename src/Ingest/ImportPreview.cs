using Ingest.DataFiles;
using Ingest.Profiles;
using Ingest.Redaction;
using Ingest.Sources;
using Ingest.Validation;
using Insights;

namespace Ingest;

/// <summary>Reads a file as an import would and stores nothing: what the first rows become, how many would be refused and why.</summary>
public sealed class ImportPreview(DataFolder data)
{
    /// <summary>Rows that are checked: seconds, not minutes, so that a person waits for it.</summary>
    private const int MostRows = 200_000;

    private readonly Lazy<PersonalDataRedactor> redactor = new(() => PersonalDataRedactor.Load(data.Path));

    /// <param name="path">The file.</param>
    /// <param name="profile">How to read it.</param>
    /// <param name="shownRows">How many rows to show as they would be stored.</param>
    /// <param name="cancellationToken">Stops between rows.</param>
    /// <exception cref="InputErrorException">The file cannot be read by the profile.</exception>
    public PreviewReport Run(string path, ImportProfile profile, int shownRows, CancellationToken cancellationToken)
    {
        Tally tally = new();
        foreach ((SourceFile? file, string? failure) in SourceParts.Of([path], profile))
        {
            if (file is null)
            {
                throw new InputErrorException(failure!);
            }

            using IRecordSource source = RecordSources.Open(file, profile);
            RowValidator validator = new(profile, ColumnBinding.Bind(profile, source, file.Name));
            foreach (SourceRecord record in source.Records())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (tally.Rows == MostRows)
                {
                    return tally.Report(isWhole: false);
                }

                tally.Add(record.LineNumber, validator.Validate(record), shownRows, redactor);
            }
        }

        return tally.Report(isWhole: true);
    }

    private sealed class Tally
    {
        private readonly Dictionary<(string? Column, string Expected), PreviewRefusal> refusals = [];
        private readonly HashSet<string> references = new(StringComparer.Ordinal);
        private readonly List<PreviewRow> first = [];
        private int repeated;

        public int Rows { get; private set; }

        public void Add(long line, RowResult result, int shownRows, Lazy<PersonalDataRedactor> redactor)
        {
            Rows++;
            if (result.Issue is { } issue)
            {
                (string?, string) reason = (issue.Column, issue.Expected);
                refusals[reason] = refusals.TryGetValue(reason, out PreviewRefusal? known) ? known with { Rows = known.Rows + 1 } : new PreviewRefusal(issue, 1, line);
                return;
            }

            ImportedComplaint complaint = result.Complaint!;
            repeated += references.Add(complaint.Row.Reference) ? 0 : 1;
            if (first.Count < shownRows)
            {
                first.Add(new PreviewRow(complaint.Row, complaint.Themes, complaint.Text is { } text ? redactor.Value.Redact(text).Text : null));
            }
        }

        public PreviewReport Report(bool isWhole) => new(
            Rows, isWhole, [.. refusals.Values.OrderByDescending(refusal => refusal.Rows).ThenBy(refusal => refusal.FirstLine)], repeated, first);
    }
}
