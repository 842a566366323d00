using System.Globalization;
using Ingest.Validation;

namespace Dashboard.Verbs;

/// <summary>Shows how far an import has come on standard error: a line that is written over on a terminal, a plain line every few seconds elsewhere.</summary>
internal sealed class ImportProgressLine(TimeProvider clock) : IProgress<ImportProgress>, IDisposable
{
    private const int BarWidth = 30;
    private static readonly TimeSpan TerminalInterval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan PlainInterval = TimeSpan.FromSeconds(5);

    private readonly bool isTerminal = !Console.IsErrorRedirected;
    private long last = clock.GetTimestamp();
    private bool hasBar;

    public void Report(ImportProgress value)
    {
        if (clock.GetElapsedTime(last) < (isTerminal ? TerminalInterval : PlainInterval))
        {
            return;
        }

        last = clock.GetTimestamp();
        string rows = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(value.FileName)}: {value.RowsStored:N0} rows, {value.Fraction:0 %} of the file");
        if (isTerminal)
        {
            int filled = (int)(value.Fraction * BarWidth);
            Console.Error.Write($"\r[{new string('#', filled)}{new string('.', BarWidth - filled)}] {rows} ");
            hasBar = true;
        }
        else
        {
            Console.Error.WriteLine(rows);
        }
    }

    public void Dispose()
    {
        if (hasBar)
        {
            Console.Error.WriteLine();
        }
    }
}
