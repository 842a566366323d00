using System.Text.Encodings.Web;
using System.Text.Json;
using Ingest.DataFiles;
using Ingest.Sources;

namespace Ingest.Redaction;

/// <summary>A file in, a redacted file out: read → redact → write, one text at a time.</summary>
public sealed class RedactionRun(PersonalDataRedactor redactor)
{
    private const int TextsBetweenReports = 10_000;

    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// Writes one JSON object a text, <c>{id, text, spans: [{start, end, type}]}</c>: the redacted text, and spans as UTF-16 offsets into the text read.
    /// The file appears under its name only when it is whole.
    /// </summary>
    /// <param name="inputPath">CSV or JSON lines, may be compressed by gzip.</param>
    /// <param name="outputPath">The file to write; one of that name is replaced.</param>
    /// <param name="idColumn">Column of what tells the texts apart.</param>
    /// <param name="textColumn">Column of the text.</param>
    /// <param name="progress">Hears of the texts done from time to time.</param>
    /// <param name="cancellationToken">Stops between two texts.</param>
    /// <exception cref="Insights.InputErrorException">The file cannot be read or lacks a column.</exception>
    public RedactionReport Run(
        string inputPath,
        string outputPath,
        string idColumn,
        string textColumn,
        IProgress<long>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(outputPath);
        long texts = 0;
        long spans = 0;
        using (OutputFile file = OutputFile.Create(outputPath))
        {
            foreach (string[] cells in TextTable.Read(inputPath, [idColumn, textColumn]))
            {
                cancellationToken.ThrowIfCancellationRequested();
                RedactedText redacted = redactor.Redact(cells[1]);
                file.Writer.WriteLine(JsonSerializer.Serialize(new { Id = cells[0], redacted.Text, redacted.Spans }, Format));
                texts++;
                spans += redacted.Spans.Count;
                if (texts % TextsBetweenReports == 0)
                {
                    progress?.Report(texts);
                }
            }

            file.Finish();
        }

        return new RedactionReport(texts, spans);
    }
}
