using System.Globalization;
using System.Text;
using Dashboard.Pages.Shared;
using Insights;
using Insights.Detection;

namespace Dashboard.Verbs;

/// <summary>A report's signals as plain text for a terminal or a log.</summary>
public static class SignalTable
{
    private const int WidestTitle = 80;

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
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{"",4} {Titles(report, "Signal")} {"Since",-11} {"To",-11} {"Observed",9} {"Expected",9}");
        }

        foreach (Signal signal in report.Signals)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"{signal.Rank,3}. {Titles(report, signal.Title)} {signal.Since.Start:yyyy-MM-dd}  {signal.Period.End:yyyy-MM-dd}  {signal.Observed,9:N0} {signal.Expected,9:N1}");
            text.AppendLine(CultureInfo.InvariantCulture, $"     {signal.Sentence}");
            if (signal.Artefact is { } artefact)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"     Likely an artefact: {SignalWords.Artefact(artefact)}.");
            }
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>A title in a column as wide as the longest, so that the numbers stand under one another.</summary>
    private static string Titles(AnalysisReport report, string title)
    {
        int width = Math.Min(WidestTitle, report.Signals.Max(signal => signal.Title.Length));
        return (title.Length > width ? string.Concat(title.AsSpan(0, width - 1), "…") : title).PadRight(width);
    }
}
