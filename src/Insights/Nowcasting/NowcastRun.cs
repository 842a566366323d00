using System.Globalization;
using Insights.Complaints;
using Insights.Statistics;

namespace Insights.Nowcasting;

/// <summary>Estimates from the delays of earlier periods how many complaints of the newest ones are still to come.</summary>
internal static class NowcastRun
{
    /// <summary>Periods seen from their beginning that are needed: half a year of weeks, a year of months.</summary>
    private const int FewestWeeks = 26;

    private const int FewestMonths = 12;

    /// <summary>Periods whose delays are learned from at most: delays change.</summary>
    private const int MostPeriods = 156;

    /// <summary>Later than so many periods nearly nothing comes, and what comes is too rare to learn from.</summary>
    private const int MostDelays = 52;

    /// <summary>A period with this part of its complaints counts as complete.</summary>
    private const double CompleteShare = 0.98;

    /// <summary>From fewer complaints nothing can be extrapolated: each stands for too many.</summary>
    private const int FewestReported = 10;

    private const double LowerTail = 0.025;

    /// <summary>The first day whose complaints are needed.</summary>
    public static DateOnly FirstDay(Interval interval, DateOnly asOf) => Period.Containing(interval, asOf).Add(-MostPeriods).Start;

    /// <summary>True when enough whole periods lie between two days.</summary>
    public static bool IsLongEnough(Interval interval, DateOnly first, DateOnly last) =>
        Period.Containing(interval, first).PeriodsUntil(Period.Containing(interval, last)) >= Fewest(interval);

    /// <param name="interval">Length of the periods.</param>
    /// <param name="counts">What came in when.</param>
    /// <param name="firstReport">The first day on which anything came in.</param>
    /// <param name="asOf">The day looked from.</param>
    /// <param name="byReceipt">True when complaints count as in by the day they were received.</param>
    public static Nowcast Of(Interval interval, IReadOnlyList<ReportedCount> counts, DateOnly firstReport, DateOnly asOf, bool byReceipt)
    {
        DateOnly firstDay = FirstDay(interval, asOf);
        DateOnly begin = firstReport > firstDay ? firstReport : firstDay;
        ReportingTriangle? triangle = ReportingTriangle.Of(counts, interval, begin, asOf, MostDelays + 1);
        int rows = triangle?.Rows.Count ?? 0;
        if (triangle is null || rows < Fewest(interval))
        {
            return NotAssessed(interval, asOf, rows, byReceipt);
        }

        ChainLadder ladder = ChainLadder.Fit(triangle.Rows);
        return new Nowcast
        {
            Interval = interval,
            AsOf = asOf,
            ByReceipt = byReceipt,
            LearnedFrom = rows,
            Periods = [.. triangle.Rows.Select((row, index) => Judge(ladder, triangle.First.Add(index), row)).Where(period => period.Share < CompleteShare)],
        };
    }

    /// <summary>The answer where too few periods were seen from their beginning.</summary>
    public static Nowcast NotAssessed(Interval interval, DateOnly? asOf, int periods, bool byReceipt)
    {
        string name = $"{interval.ToString().ToLowerInvariant()}s";
        string way = byReceipt ? "the dates of receipt go back" : "imports go back";
        return new Nowcast
        {
            Interval = interval,
            AsOf = asOf,
            ByReceipt = byReceipt,
            LearnedFrom = periods,
            Periods = [],
            NotAssessed = string.Create(CultureInfo.InvariantCulture, $"How complete the newest {name} are: not assessed, needs {Fewest(interval)} {name}, {way} {periods}."),
        };
    }

    private static int Fewest(Interval interval) => interval == Interval.Week ? FewestWeeks : FewestMonths;

    private static NowcastPeriod Judge(ChainLadder ladder, Period period, IReadOnlyList<double> row)
    {
        int column = row.Count - 1;
        int reported = (int)row[column];
        double share = ladder.ShareBy(column);
        if (reported < FewestReported)
        {
            return new NowcastPeriod(period.Start, reported, share, null, null, null);
        }

        // What is to come is a count: at least as uncertain as chance alone makes it, which the standard error of few rows may miss.
        ChainLadderForecast forecast = ladder.Forecast(reported, column);
        double open = forecast.Final - reported;
        double dispersion = open > 0 ? Math.Max(1, forecast.StandardError * forecast.StandardError / open) : 1;
        return new NowcastPeriod(
            period.Start, reported, share, forecast.Final,
            reported + NegativeBinomialDistribution.Quantile(LowerTail, open, dispersion),
            reported + NegativeBinomialDistribution.Quantile(1 - LowerTail, open, dispersion));
    }
}
