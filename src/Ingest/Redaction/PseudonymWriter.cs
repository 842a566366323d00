using System.Globalization;
using System.Text;
using Ingest.Redaction.Tokens;

namespace Ingest.Redaction;

/// <summary>Writes the text with a pseudonym for each span; what reads the same (but for case and accents) gets the same number.</summary>
internal static class PseudonymWriter
{
    public static string Write(string text, IReadOnlyList<RedactionSpan> spans)
    {
        var numbers = new Dictionary<(string Word, ulong Hash), int>();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var redacted = new StringBuilder(text.Length);
        int written = 0;
        foreach (RedactionSpan span in spans)
        {
            string word = PersonalDataType.WordLeftBehind(span.Type);
            var key = (word, WordHash.Of(text.AsSpan(span.Start, span.End - span.Start)));
            if (!numbers.TryGetValue(key, out int number))
            {
                number = counts.GetValueOrDefault(word) + 1;
                counts[word] = number;
                numbers.Add(key, number);
            }

            redacted.Append(text, written, span.Start - written).Append(CultureInfo.InvariantCulture, $"[{word} {number}]");
            written = span.End;
        }

        return redacted.Append(text, written, text.Length - written).ToString();
    }
}
