using Insights.Complaints;
using Insights.Explanation;

namespace Insights.Detection.Scanning;

/// <summary>A signal in one paragraph of plain English: what, when it began, how it was before, what drives it, what is missing.</summary>
internal static class SignalParagraph
{
    private const int MostTerms = 3;

    public static string Write(RaisedWindow window, SignalWording wording, Calendar calendar, SignalExplanation explanation)
    {
        Period first = window.Series.PeriodAt(window.Start);
        Period last = window.Series.PeriodAt(window.End);
        int beforeStart = Math.Max(0, window.Start - calendar.PeriodsPerYear);
        int before = window.Series.Sum(beforeStart, window.Start - 1);
        string unit = WordsFor.Interval(first.Interval, 1);
        List<string> sentences =
        [
            $"{wording.Subject(window.Series.Key)}: {WordsFor.Complaints(window.Observed)} from {WordsFor.Date(first.Start)} to {WordsFor.Date(last.End)}, where {WordsFor.Expected(window.Expected)} were expected.",
            $"In the year before there were {Pace(before, window.Start - beforeStart, unit)}; since then {(window.Observed == 0 ? "there have been none" : $"it is {PerPeriod(window.Observed, window.Length)} a {unit}")}.",
            explanation.BeganLatest is { } latest && explanation.BeganEarliest is { } earliest && earliest != latest
                ? $"It began between {WordsFor.Date(earliest)} and {WordsFor.Date(latest)} (95% sure)."
                : $"It began in the {unit} of {WordsFor.Date(explanation.BeganEarliest ?? first.Start)}.",
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

    private static string Pace(int complaints, int periods, string unit) =>
        complaints == 0 ? "none" : $"{WordsFor.Figure(complaints)}, {PerPeriod(complaints, periods)} a {unit}";

    private static string PerPeriod(int complaints, int periods) => WordsFor.Expected(complaints / (double)Math.Max(1, periods));
}
