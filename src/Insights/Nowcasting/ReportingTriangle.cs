using Insights.Complaints;

namespace Insights.Nowcasting;

/// <summary>
/// How much of each whole period was in when it was as old as the newest one is now, and one period later, and so on: all rows are looked at at the same age,
/// so that what came in this very week counts, too.
/// </summary>
internal sealed class ReportingTriangle
{
    private ReportingTriangle(Period first, IReadOnlyList<IReadOnlyList<double>> rows)
    {
        First = first;
        Rows = rows;
    }

    /// <summary>The period of the first row.</summary>
    public Period First { get; }

    /// <summary>Cumulated counts; the newest row has one column, each older one more, up to the most.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Rows { get; }

    /// <param name="counts">What came in when.</param>
    /// <param name="interval">Length of the periods.</param>
    /// <param name="firstReport">The first day on which anything came in: what happened before it was seen only in part.</param>
    /// <param name="asOf">What came in later is not looked at.</param>
    /// <param name="mostColumns">Delays of more periods are not followed.</param>
    /// <returns>Null when no period is whole.</returns>
    public static ReportingTriangle? Of(IReadOnlyList<ReportedCount> counts, Interval interval, DateOnly firstReport, DateOnly asOf, int mostColumns)
    {
        Period first = Period.Containing(interval, firstReport);
        first = first.Start < firstReport ? first.Next : first;
        Period last = Period.Containing(interval, asOf.AddDays(1)).Previous;
        int periods = first.PeriodsUntil(last) + 1;
        if (periods < 1)
        {
            return null;
        }

        DateOnly[] looks = [.. Enumerable.Range(0, periods).Select(back => Earlier(interval, asOf, back))];
        double[][] rows = [.. Enumerable.Range(0, periods).Select(row => new double[Math.Min(mostColumns, periods - row)])];
        foreach (ReportedCount count in counts.Where(count => count.ReportedOn <= asOf && count.Day >= first.Start && count.Day <= last.End))
        {
            int row = first.PeriodsUntil(Period.Containing(interval, count.Day));
            for (int column = 0; column < rows[row].Length; column++)
            {
                if (count.ReportedOn <= looks[periods - 1 - row - column])
                {
                    rows[row][column] += count.Complaints;
                }
            }
        }

        return new ReportingTriangle(first, rows);
    }

    /// <summary>The same day of the week or month some periods earlier.</summary>
    private static DateOnly Earlier(Interval interval, DateOnly day, int periods) => interval switch
    {
        Interval.Week => day.AddDays(-7 * periods),
        Interval.Month => EndOfMonth(day) ? day.AddDays(1).AddMonths(-periods).AddDays(-1) : day.AddMonths(-periods),
        Interval.Quarter => EndOfMonth(day) ? day.AddDays(1).AddMonths(-3 * periods).AddDays(-1) : day.AddMonths(-3 * periods),
        _ => day.AddYears(-periods),
    };

    private static bool EndOfMonth(DateOnly day) => day.AddDays(1).Day == 1;
}
