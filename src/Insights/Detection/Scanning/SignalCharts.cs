using Insights.Aggregation;

namespace Insights.Detection.Scanning;

/// <summary>The chart of a signal: each period against what the periods before it led to expect, with a whole year before the signal began.</summary>
internal static class SignalCharts
{
    private const int YearsShown = 2;

    /// <summary>Share of quiet periods that lie above (and below) the range drawn.</summary>
    private const double OutsideRange = 0.01;

    public static IReadOnlyList<AssessedPeriod> Draw(RaisedWindow window, CourseFitter courses, Calendar calendar)
    {
        PeriodCounts series = window.Series;
        int first = Math.Max(0, Math.Min(window.Start - calendar.PeriodsPerYear, series.JudgedPeriods - (YearsShown * calendar.PeriodsPerYear)));
        List<AssessedPeriod> chart = [];
        for (int period = first; period < series.Complaints.Count; period++)
        {
            chart.Add(Assess(window, courses, calendar, period));
        }

        return chart;
    }

    /// <summary>From the signal's first period on the course stays the one fitted before it, so that the rise does not become its own expectation.</summary>
    private static AssessedPeriod Assess(RaisedWindow window, CourseFitter courses, Calendar calendar, int period)
    {
        PeriodCounts series = window.Series;
        bool isPartial = period >= series.JudgedPeriods;
        int observed = series.Complaints[period];
        if (isPartial || period < calendar.FewestPeriods)
        {
            return new(series.PeriodAt(period), observed, double.NaN, double.NaN, double.NaN, false, isPartial);
        }

        ExpectedCourse course = period >= window.Start && period <= window.End ? window.Course : courses.For(series, period);
        double expected = course.Mean(period);
        double dispersion = course.PredictiveDispersion(expected, 1);
        int upper = WindowTail.Upper(expected, dispersion, OutsideRange);
        return new(series.PeriodAt(period), observed, expected, WindowTail.Lower(expected, dispersion, OutsideRange), upper, observed > upper, false);
    }
}
