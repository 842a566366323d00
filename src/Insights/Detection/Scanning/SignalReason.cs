using Insights.Complaints;

namespace Insights.Detection.Scanning;

/// <summary>Why a signal was judged as it was: on what history, against which course, and what else the same event raised.</summary>
internal static class SignalReason
{
    private const int MostNamed = 4;

    public static string For(RaisedWindow window, Calendar calendar, Interval interval, IEnumerable<string> foldedTitles)
    {
        int history = window.Course.Origin;
        string unit = WordsFor.Interval(interval, history);
        string reason = $"Windows of 1 to {calendar.WindowLengths[^1]} {WordsFor.Interval(interval, 2)} were searched; this one is held against {window.Course.Method}, "
            + $"fitted to the {history} {unit} before it, which vary {window.Course.Dispersion.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)} times as much as chance alone.";
        string[] titles = [.. foldedTitles.Distinct(StringComparer.Ordinal)];
        if (titles.Length == 0)
        {
            return reason;
        }

        string more = titles.Length > MostNamed ? $" and {titles.Length - MostNamed} more" : string.Empty;
        return $"{reason} The same complaints also raised: {string.Join("; ", titles.Take(MostNamed))}{more}.";
    }
}
