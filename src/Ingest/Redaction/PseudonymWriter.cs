using System.Globalization;
using System.Text;
using Ingest.Redaction.Lexicons;

namespace Ingest.Redaction;

/// <summary>Writes the text with a pseudonym for each span.</summary>
internal static class PseudonymWriter
{
    public static string Write(string text, IReadOnlyList<RedactionSpan> spans, Lexicon lexicon)
    {
        var numbers = new PseudonymNumbers(lexicon);
        var redacted = new StringBuilder(text.Length);
        int written = 0;
        foreach (RedactionSpan span in spans)
        {
            string word = PersonalDataType.WordLeftBehind(span.Type);
            int number = numbers.Of(span.Type, text.AsSpan(span.Start, span.End - span.Start));
            redacted.Append(text, written, span.Start - written).Append(CultureInfo.InvariantCulture, $"[{word} {number}]");
            written = span.End;
        }

        return redacted.Append(text, written, text.Length - written).ToString();
    }
}
