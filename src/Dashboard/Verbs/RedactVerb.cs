using System.CommandLine;
using System.Globalization;
using Ingest.DataFiles;
using Ingest.Redaction;

namespace Dashboard.Verbs;

/// <summary><c>redact</c>: texts in, texts without personal data out; no database.</summary>
public static class RedactVerb
{
    public static Command Create()
    {
        var input = new Option<string>("--in") { Description = "CSV or JSON lines with an id and a text, may be compressed by gzip.", Required = true };
        var output = new Option<string>("--out") { Description = "JSON lines to write: {id, text, spans: [{start, end, type}]}, offsets in UTF-16 units of the text read.", Required = true };
        var id = new Option<string>("--id") { Description = "Column of the id.", DefaultValueFactory = _ => "id" };
        var text = new Option<string>("--text") { Description = "Column of the text.", DefaultValueFactory = _ => "text" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        Command command = new("redact", "Replaces the personal data in texts by pseudonyms.") { input, output, id, text, json };
        command.SetAction((parseResult, cancellationToken) =>
        {
            var run = new RedactionRun(PersonalDataRedactor.Load(DataFolder.Find().Path));
            long started = TimeProvider.System.GetTimestamp();
            RedactionReport report = run.Run(
                parseResult.GetValue(input)!,
                parseResult.GetValue(output)!,
                parseResult.GetValue(id)!,
                parseResult.GetValue(text)!,
                new TextsDone(),
                cancellationToken);
            double seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
            Console.WriteLine(parseResult.GetValue(json)
                ? JsonOutput.Line(new { report.Texts, report.Spans, Seconds = seconds })
                : string.Create(CultureInfo.InvariantCulture, $"{report.Texts} texts redacted, {report.Spans} pieces of personal data replaced, {seconds:0.0} s."));
            return Task.FromResult(0);
        });
        return command;
    }

    private sealed class TextsDone : IProgress<long>
    {
        public void Report(long value) => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value} texts redacted"));
    }
}
