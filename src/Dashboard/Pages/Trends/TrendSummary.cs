using Dashboard.Charts;
using Dashboard.Pages.Shared;
using Insights.Complaints;

namespace Dashboard.Pages.Trends;

/// <summary>Says a line chart in words: where it stands, its highest and lowest whole period, and what is not complete.</summary>
public static class TrendSummary
{
    public static string Write(TrendReport report, TrendSeries series)
    {
        ChartPoint[] whole = [.. series.Points.Where(point => point is { IsPartial: false, Value: not null })];
        if (whole.Length == 0)
        {
            return $"{series.Name}: no whole {DateText.Noun(report.Request.Interval)} with a known value in this range.";
        }

        ChartPoint last = whole[^1];
        ChartPoint highest = whole.MaxBy(point => point.Value)!;
        ChartPoint lowest = whole.MinBy(point => point.Value)!;
        string latest = $"{series.Name}: {Value(last)} in {Name(last.Period)}, the newest whole {DateText.Noun(report.Request.Interval)}.";
        string range = highest.Value == lowest.Value
            ? $"The same in every whole {DateText.Noun(report.Request.Interval)}."
            : $"Highest {Value(highest)} in {Name(highest.Period)}, lowest {Value(lowest)} in {Name(lowest.Period)}.";
        int partial = series.Points.Count(point => point.IsPartial);
        string open = partial switch
        {
            0 => "",
            1 => " One period is not complete and is drawn apart.",
            _ => $" {partial} periods are not complete and are drawn apart.",
        };
        return $"{latest} {range}{open}";

        string Value(ChartPoint point) => ChartNumber.Write(point.Value, report.Format);
    }

    /// <summary>The same for a small chart: the newest whole period and the highest.</summary>
    public static string WriteShort(TrendReport report, TrendSeries series)
    {
        ChartPoint[] whole = [.. series.Points.Where(point => point is { IsPartial: false, Value: not null })];
        if (whole.Length == 0)
        {
            return $"No whole {DateText.Noun(report.Request.Interval)} with a known value.";
        }

        ChartPoint highest = whole.MaxBy(point => point.Value)!;
        return $"{ChartNumber.Write(whole[^1].Value, report.Format)} in {Name(whole[^1].Period)}; highest {ChartNumber.Write(highest.Value, report.Format)} in {Name(highest.Period)}.";
    }

    /// <summary>A period inside a sentence: "the week of 3 March 2025".</summary>
    private static string Name(Period period) => period.Interval == Interval.Week ? $"the week of {DateText.Write(period.Start)}" : DateText.Write(period);
}
