using Insights.Complaints;

namespace Insights.Aggregation;

/// <summary>One series counted by whole periods: no gaps, part-periods at the end kept apart.</summary>
public sealed class PeriodCounts
{
    private readonly long[] cumulated;

    internal PeriodCounts(SeriesKey key, Period first, int[] complaints, int[] distinct, int[] largestDays, int judgedPeriods, int undated)
    {
        Key = key;
        First = first;
        Complaints = complaints;
        Distinct = distinct;
        LargestDays = largestDays;
        JudgedPeriods = judgedPeriods;
        Undated = undated;
        cumulated = new long[complaints.Length + 1];
        for (int index = 0; index < complaints.Length; index++)
        {
            cumulated[index + 1] = cumulated[index] + complaints[index];
        }
    }

    private PeriodCounts(PeriodCounts same, int judgedPeriods)
    {
        (Key, First, Complaints, Distinct, LargestDays) = (same.Key, same.First, same.Complaints, same.Distinct, same.LargestDays);
        (Undated, cumulated, JudgedPeriods) = (same.Undated, same.cumulated, judgedPeriods);
    }

    public SeriesKey Key { get; }

    /// <summary>The period of index 0; the same for every series of a collection.</summary>
    public Period First { get; }

    /// <summary>Complaints by period, without gaps, part-periods at the end included.</summary>
    public IReadOnlyList<int> Complaints { get; }

    /// <summary>The same with each letter campaign counted once a day.</summary>
    public IReadOnlyList<int> Distinct { get; }

    /// <summary>Complaints of the busiest day of each period.</summary>
    public IReadOnlyList<int> LargestDays { get; }

    /// <summary>How many periods from the first are over and complete in the source; the rest is drawn but never judged.</summary>
    public int JudgedPeriods { get; }

    /// <summary>Complaints without a date: counted here and nowhere else.</summary>
    public int Undated { get; }

    /// <summary>All dated complaints of the judged periods.</summary>
    public long Judged => cumulated[JudgedPeriods];

    /// <summary>The same series with fewer periods judged; nothing is copied.</summary>
    internal PeriodCounts Until(int judgedPeriods) => new(this, judgedPeriods);

    public Period PeriodAt(int index) => First.Add(index);

    /// <summary>Complaints from one period to another, both included.</summary>
    /// <param name="start">0-based index of the first period.</param>
    /// <param name="end">0-based index of the last period; start − 1 gives 0.</param>
    public int Sum(int start, int end) => (int)(cumulated[end + 1] - cumulated[start]);
}
