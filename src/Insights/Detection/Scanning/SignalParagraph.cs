using Insights.Aggregation;
using Insights.Complaints;
using Insights.Explanation;

namespace Insights.Detection.Scanning;

/// <summary>A signal in one paragraph of plain English: what, when it began, how it was before, what drives it, what is missing.</summary>
internal static class SignalParagraph
{
    private const int MostTerms = 3;

    /// <param name="window">The run of periods.</param>
    /// <param name="whole">What the series is a share of; null where counts are judged.</param>
    /// <param name="wording">Names.</param>
    /// <param name="calendar">How the periods lie in the year.</param>
    /// <param name="explanation">Everything else that is known of it.</param>
    public static string Write(RaisedWindow window, PeriodCounts? whole, SignalWording wording, Calendar calendar, SignalExplanation explanation)
    {
        Period first = window.Series.PeriodAt(window.Start);
        Period last = window.Series.PeriodAt(window.End);
        int beforeStart = Math.Max(0, window.Start - calendar.PeriodsPerYear);
        int before = window.Series.Sum(beforeStart, window.Start - 1);
        string unit = WordsFor.Interval(first.Interval, 1);
        List<string> sentences =
        [
            $"{wording.Subject(window.Series.Key)}: {Counted(window, whole, $"from {WordsFor.Date(first.Start)} to {WordsFor.Date(last.End)}")}.",
            $"In the year before there were {Pace(before, window.Start - beforeStart, unit)}; since then {(window.Observed == 0 ? "there have been none" : $"it is {PerPeriod(window.Observed, window.Length)} a {unit}")}.",
            Began(window, explanation),
        ];
        if (explanation.Terms.Count > 0)
        {
            sentences.Add($"What sets these letters apart: {string.Join(", ", explanation.Terms.Take(MostTerms).Select(term => $"“{term.Term}” ({WordsFor.Figure(term.Complaints)} of {WordsFor.Figure(term.OutOf)})"))}.");
        }

        if (explanation.Neighbours.Count > 0)
        {
            sentences.Add($"The same elsewhere: {string.Join("; ", explanation.Neighbours.Select(other => $"{WordsFor.Number(other.Observed)} at {other.Title} against {WordsFor.Expected(other.Expected)}"))}.");
        }

        if (explanation.Missing.Where(missing => missing.Missing > 0).MaxBy(missing => missing.Missing) is { } most)
        {
            sentences.Add($"{wording.DimensionName(most.Dimension)} is not recorded for {WordsFor.Number(most.Missing)} of the {WordsFor.Figure(most.OutOf)} complaints read.");
        }

        return string.Join(" ", sentences);
    }

    private static string Counted(RaisedWindow window, PeriodCounts? whole, string span)
    {
        if (whole?.Sum(window.Start, window.End) is not { } all || all == 0)
        {
            return $"{WordsFor.Complaints(window.Observed)} {span}, where {WordsFor.Expected(window.Expected)} were expected";
        }

        return $"{WordsFor.Complaints(window.Observed)} {span}, {WordsFor.Percent((double)window.Observed / all)} of {WordsFor.Figure(all)}, "
            + $"where its earlier share of {WordsFor.Percent(window.Expected / all)} makes {WordsFor.Expected(window.Expected)}";
    }

    /// <summary>When the level stepped. A window may reach back beyond that, when it was already somewhat raised: then it is said when the step was.</summary>
    private static string Began(RaisedWindow window, SignalExplanation explanation)
    {
        DateOnly start = window.Series.PeriodAt(window.Start).Start;
        DateOnly earliest = explanation.BeganEarliest ?? start;
        DateOnly latest = explanation.BeganLatest ?? earliest;
        string step = earliest <= start ? "It began" : window.IsFall ? "It fell most" : "It rose most";
        bool isMonthly = window.Series.PeriodAt(window.Start).Interval == Interval.Month;
        return (earliest == latest, isMonthly) switch
        {
            (true, true) => $"{step} in {WordsFor.Month(earliest)}.",
            (true, false) => $"{step} in the {WordsFor.Interval(window.Series.PeriodAt(window.Start).Interval, 1)} of {WordsFor.Date(earliest)}.",
            (false, true) => $"{step} between {WordsFor.Month(earliest)} and {WordsFor.Month(latest)} (95% sure).",
            _ => $"{step} between {WordsFor.Date(earliest)} and {WordsFor.Date(latest)} (95% sure).",
        };
    }

    private static string Pace(int complaints, int periods, string unit) =>
        complaints == 0 ? "none" : $"{WordsFor.Figure(complaints)}, {PerPeriod(complaints, periods)} a {unit}";

    private static string PerPeriod(int complaints, int periods) => WordsFor.Expected(complaints / (double)Math.Max(1, periods));
}
