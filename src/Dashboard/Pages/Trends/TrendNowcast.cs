using Dashboard.Charts;
using Dashboard.Pages.Shared;
using Insights.Complaints;
using Insights.Nowcasting;

namespace Dashboard.Pages.Trends;

/// <summary>The newest periods of a range of which not all complaints are in yet.</summary>
/// <param name="Periods">Newest first.</param>
/// <param name="Interval">Length of the periods.</param>
/// <param name="Source">What the estimate is made of.</param>
public sealed record TrendNowcast(IReadOnlyList<NowcastPeriod> Periods, Interval Interval, string Source)
{
    /// <summary>Null when no period of the range is known to be incomplete.</summary>
    public static TrendNowcast? Of(Nowcast nowcast, TrendRequest request)
    {
        NowcastPeriod[] shown = [.. nowcast.Periods.Where(period => period.Start >= request.From && period.Start <= request.To).OrderByDescending(period => period.Start)];
        string delay = nowcast.ByReceipt ? "received" : "imported";
        return shown.Length == 0 ? null : new TrendNowcast(
            shown, nowcast.Interval,
            $"From how late complaints of {ChartNumber.Write(nowcast.LearnedFrom, ValueFormat.Count)} {DateText.Noun(nowcast.Interval)}s were {delay} (chain ladder), with what came until {DateText.Write(nowcast.AsOf)}.");
    }

    /// <summary>"about 120 (100 to 141)".</summary>
    public static string Final(NowcastPeriod period) => period is { Final: { } final, Lower: { } lower, Upper: { } upper }
        ? $"about {ChartNumber.Write(Math.Round(final), ValueFormat.Count)} ({ChartNumber.Write(lower, ValueFormat.Count)} to {ChartNumber.Write(upper, ValueFormat.Count)})"
        : "too few to tell";
}
