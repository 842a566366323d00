using System.Buffers;
using System.Globalization;
using System.Text;

namespace Dashboard.Exports;

/// <summary>Writes rows of a CSV file (RFC 4180) that a spreadsheet program can open without running anything that stands in them.</summary>
public sealed class CsvRowWriter(Stream stream) : IAsyncDisposable
{
    /// <summary>A spreadsheet takes a cell that begins so for a formula (OWASP, "CSV Injection").</summary>
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r");

    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",\"\r\n");

    // With the mark, Excel reads the file as UTF-8.
    private readonly StreamWriter writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

    public async Task WriteAsync(IEnumerable<object?> cells, CancellationToken cancellationToken)
    {
        string row = string.Join(',', cells.Select(Cell)) + "\r\n";
        await writer.WriteAsync(row.AsMemory(), cancellationToken);
    }

    public async ValueTask DisposeAsync() => await writer.DisposeAsync();

    /// <summary>One cell: numbers and dates as they are, texts made safe and quoted where needed, nothing for what is missing.</summary>
    internal static string Cell(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        double number => number.ToString("0.######", CultureInfo.InvariantCulture),
        int or long => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => Quoted(Safe(value.ToString() ?? "")),
    };

    private static string Safe(string text) => text.Length > 0 && FormulaStarts.Contains(text[0]) ? $"'{text}" : text;

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(NeedsQuotes) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
