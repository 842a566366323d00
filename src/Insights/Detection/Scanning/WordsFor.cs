using System.Globalization;
using Insights.Complaints;

namespace Insights.Detection.Scanning;

/// <summary>Numbers, dates and spans as people read them.</summary>
internal static class WordsFor
{
    private const int TooFewForWholeNumbers = 10;
    private const int Thousand = 1000;
    private const int Million = 1_000_000;
    private static readonly string[] SmallNumbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    public static string Number(int number) => number >= 0 && number < SmallNumbers.Length ? SmallNumbers[number] : Figure(number);

    public static string Figure(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>An expected count: one decimal below ten, whole above.</summary>
    public static string Expected(double number) => number switch
    {
        < 0.1 => "fewer than 0.1",
        < TooFewForWholeNumbers => number.ToString("0.0", CultureInfo.InvariantCulture),
        _ => number.ToString("N0", CultureInfo.InvariantCulture),
    };

    /// <summary>A part of one as a whole percentage: "85%".</summary>
    public static string Percent(double part) => part.ToString("0%", CultureInfo.InvariantCulture);

    public static string Date(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"March 2026".</summary>
    public static string Month(DateOnly day) => day.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Complaints(int number) => number == 1 ? "1 complaint" : $"{Figure(number)} complaints";

    public static string Interval(Interval interval, int number)
    {
        string name = interval switch
        {
            Insights.Complaints.Interval.Week => "week",
            Insights.Complaints.Interval.Month => "month",
            Insights.Complaints.Interval.Quarter => "quarter",
            _ => "year",
        };
        return number == 1 ? name : name + "s";
    }

    /// <summary>The span of periods: "the five weeks to 3 May 2026", "the 11 months to January 2026", "the week to 3 May 2026", "March 2026".</summary>
    public static string Span(Period first, Period last)
    {
        int length = first.PeriodsUntil(last) + 1;
        string end = last.Interval switch
        {
            Insights.Complaints.Interval.Week => Date(last.End),
            Insights.Complaints.Interval.Month => Month(last.Start),
            _ => last.ToString(),
        };
        return length > 1
            ? $"the {Number(length)} {Interval(last.Interval, length)} to {end}"
            : last.Interval == Insights.Complaints.Interval.Week ? $"the week to {end}" : end;
    }

    /// <summary>How rarely chance does this: "about once in 40,000".</summary>
    public static string Rarity(double logPValue)
    {
        double odds = Math.Exp(-logPValue);
        if (!(odds < Million))
        {
            return "less than once in a million";
        }

        double scale = Math.Pow(10, Math.Floor(Math.Log10(odds)));
        double rounded = Math.Round(odds / scale) * scale;
        return rounded < Thousand
            ? string.Create(CultureInfo.InvariantCulture, $"about once in {rounded:0}")
            : string.Create(CultureInfo.InvariantCulture, $"about once in {rounded:N0}");
    }
}
