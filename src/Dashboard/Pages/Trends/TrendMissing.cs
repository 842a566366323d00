using Dashboard.Charts;
using Dashboard.Pages.Shared;

namespace Dashboard.Pages.Trends;

/// <summary>Says how many complaints a report is about and which of them it cannot show.</summary>
public static class TrendMissing
{
    public static IEnumerable<string> Sentences(CollectionContext collection, TrendReport report)
    {
        TrendRequest request = report.Request;
        yield return $"{Count(report.AllComplaints)} complaints dated {DateText.Write(request.From)} to {DateText.Write(request.To)}.";
        if (report.Counted.Complaints < report.AllComplaints)
        {
            yield return $"{Count(report.Counted.Complaints)} of them are counted here.";
        }

        if (report.Undated > 0)
        {
            yield return $"{Count(report.Undated)} more have no date and are not shown.";
        }

        if (request.Split is { } split)
        {
            yield return report.WithoutCode == 0
                ? $"For all of them the {collection.TitleOf(request.Then ?? split).ToLowerInvariant()} is recorded."
                : $"{Count(report.WithoutCode)} of {Count(report.Counted.Complaints)} ({Share(report.WithoutCode, report.Counted.Complaints)}) have no code in this split: they are in the row \"Not recorded\".";
        }

        if (report.CountsThemes && report.Entries > report.Counted.Complaints)
        {
            yield return $"A complaint counts once in each of its themes: the {Count(report.Counted.Complaints)} complaints are counted {Count(report.Entries)} times.";
        }

        if (request.Measure == TrendMeasure.InTime)
        {
            int answered = report.Counted.Answered;
            yield return $"The share is of the {Count(answered)} with both a date of receipt and a date of answer; {Count(report.Counted.Complaints - answered)} of {Count(report.Counted.Complaints)} ({Share(report.Counted.Complaints - answered, report.Counted.Complaints)}) lack one, or lie in years whose bank holidays are not known, and are left out.";
        }

        if (report.WithoutSize is { } withoutSize && collection.Definition.Denominator is { } denominator)
        {
            yield return withoutSize == 0
                ? $"The number of {denominator.Title} is known for all of them."
                : $"For {Count(withoutSize)} of {Count(report.Counted.Complaints)} complaints ({Share(withoutSize, report.Counted.Complaints)}) the number of {denominator.Title} is not known: they have no rate.";
        }
    }

    private static string Count(int number) => ChartNumber.Write(number, ValueFormat.Count);

    private static string Share(int part, int whole) => ChartNumber.Write(part / (double)Math.Max(1, whole), ValueFormat.Percent);
}
