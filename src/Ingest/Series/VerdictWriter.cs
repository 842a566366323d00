using System.Globalization;
using Insights.Detection;

namespace Ingest.Series;

/// <summary>Writes verdicts as CSV: <c>series,period,count,expected,upper,pValue,alarm,method,reason</c>; what was not assessed is left empty, never 0.</summary>
public sealed class VerdictWriter
{
    private readonly TextWriter writer;

    public VerdictWriter(TextWriter writer)
    {
        this.writer = writer;
        writer.Write("series,period,count,expected,upper,pValue,alarm,method,reason\n");
    }

    public void Write(NamedSeries series, IReadOnlyList<Assessment> verdicts)
    {
        foreach (Assessment verdict in verdicts)
        {
            string reason = series.IsFilled[verdict.Index] ? $"no row in the file, counted as 0; {verdict.Reason}" : verdict.Reason;
            writer.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{Quoted(series.Name)},{Quoted(series.Labels[verdict.Index])},{verdict.Count},{Number(verdict.Expected)},{Number(verdict.Upper)},{Number(verdict.PValue)},{(verdict.IsAlarm ? "true" : "false")},{verdict.Method},{Quoted(reason)}\n"));
        }
    }

    private static string Number(double value) => double.IsNaN(value) ? string.Empty : value.ToString("G6", CultureInfo.InvariantCulture);

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
