using System.Text.Json;
using Insights;

namespace Ingest.Redaction.Measurement;

/// <summary>A narrative whose personal data a person has marked.</summary>
public sealed record MarkedNarrative(string Text, IReadOnlyList<RedactionSpan> Spans)
{
    /// <summary>Reads JSON lines with <c>text</c> and <c>spans</c> (or <c>pii</c>), each span with <c>start</c>, <c>end</c> and <c>type</c>.</summary>
    public static IEnumerable<MarkedNarrative> Read(string path)
    {
        int line = 0;
        foreach (string json in File.ReadLines(path))
        {
            line++;
            if (!string.IsNullOrWhiteSpace(json))
            {
                yield return Parse(json, path, line);
            }
        }
    }

    private static MarkedNarrative Parse(string json, string path, int line)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            JsonElement root = document.RootElement;
            JsonElement marks = root.TryGetProperty("spans", out JsonElement spans) ? spans : root.GetProperty("pii");
            return new MarkedNarrative(
                root.GetProperty("text").GetString()!,
                marks.EnumerateArray().Select(ParseSpan).ToArray());
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InputErrorException(
                $"{path}, line {line}: expected a JSON object with 'text' and 'spans' (objects of 'start', 'end', 'type'), found something else.", problem);
        }
    }

    private static RedactionSpan ParseSpan(JsonElement span) =>
        new(span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32(), span.GetProperty("type").GetString()!);
}
