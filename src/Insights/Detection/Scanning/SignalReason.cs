using Insights.Complaints;

namespace Insights.Detection.Scanning;

/// <summary>Why a signal was judged as it was: on what history, against which course, and what else the same event raised.</summary>
internal static class SignalReason
{
    private const int MostNamed = 4;

    /// <param name="window">The window that stands for the event.</param>
    /// <param name="calendar">Lengths searched.</param>
    /// <param name="folded">What the same event raised, too.</param>
    /// <param name="titleOf">The name of a series.</param>
    public static string For(RaisedWindow window, Calendar calendar, IReadOnlyList<RaisedWindow> folded, Func<SeriesKey, string> titleOf)
    {
        Interval interval = window.Series.First.Interval;
        int history = window.Course.Origin;
        string unit = WordsFor.Interval(interval, history);
        string reason = $"Windows of 1 to {calendar.WindowLengths[^1]} {WordsFor.Interval(interval, 2)} were searched; this one is held against {window.Course.Method}, "
            + $"fitted to the {history} {unit} before it, which vary {window.Course.Dispersion.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)} times as much as chance alone.";
        return $"{reason}{Stretches(window, folded)}{Others(window, folded, titleOf)}";
    }

    /// <summary>Other stretches of the same rise: a stronger one within it, or what came before or after a pause.</summary>
    private static string Stretches(RaisedWindow window, IReadOnlyList<RaisedWindow> folded)
    {
        RaisedWindow[] own = [.. folded.Where(other => other.Series.Key == window.Series.Key && !other.IsFall).OrderBy(other => other.Start)];
        return own.Length == 0
            ? string.Empty
            : $" The same rise stands out in {string.Join("; ", own.Take(MostNamed).Select(other => $"{WordsFor.Span(other.Series.PeriodAt(other.Start), other.Series.PeriodAt(other.End))} ({WordsFor.Complaints(other.Observed)})"))}, too.";
    }

    private static string Others(RaisedWindow window, IReadOnlyList<RaisedWindow> folded, Func<SeriesKey, string> titleOf)
    {
        string[] titles = [.. folded.Where(other => other.Series.Key != window.Series.Key).Select(other => titleOf(other.Series.Key)).Distinct(StringComparer.Ordinal)];
        string more = titles.Length > MostNamed ? $" and {titles.Length - MostNamed} more" : string.Empty;
        return titles.Length == 0 ? string.Empty : $" The same complaints also raised: {string.Join("; ", titles.Take(MostNamed))}{more}.";
    }
}
