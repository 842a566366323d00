using System.Globalization;
using System.Text;
using Insights;
using Insights.Detection;

namespace Dashboard.Verbs;

/// <summary>A report's signals as plain text for a terminal or a log.</summary>
public static class SignalTable
{
    private const int TitleWidth = 48;

    public static string Text(AnalysisReport report)
    {
        StringBuilder text = new();
        text.AppendLine(CultureInfo.InvariantCulture, $"As of {report.AsOf:d MMMM yyyy}: {report.Series:N0} series judged, {report.Signals.Count:N0} signals.");
        foreach ((string reason, int series) in report.NotAssessed)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Not assessed: {series:N0} series ({reason}).");
        }

        if (report.Signals.Count > 0)
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{"",4} {"Signal",-TitleWidth} {"Since",-11} {"To",-11} {"Observed",9} {"Expected",9}  Likely artefact");
        }

        foreach (Signal signal in report.Signals)
        {
            string title = signal.Title.Length > TitleWidth ? string.Concat(signal.Title.AsSpan(0, TitleWidth - 1), "…") : signal.Title;
            text.AppendLine(CultureInfo.InvariantCulture,
                $"{signal.Rank,3}. {title,-TitleWidth} {signal.Since.Start:yyyy-MM-dd}  {signal.Period.End:yyyy-MM-dd}  {signal.Observed,9:N0} {signal.Expected,9:N1}  {signal.Artefact}");
            text.AppendLine(CultureInfo.InvariantCulture, $"     {signal.Sentence}");
        }

        return text.ToString().TrimEnd();
    }
}
