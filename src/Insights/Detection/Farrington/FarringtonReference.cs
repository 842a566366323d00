using Insights.Statistics;

namespace Insights.Detection.Farrington;

/// <summary>The periods of earlier years that one judgement rests on, each with its time and its level of the season factor.</summary>
internal sealed class FarringtonReference
{
    public const int TrendColumn = 1;
    private readonly double[] times;
    private readonly int[] levels;
    private readonly int levelCount;
    private readonly int judgedTime;

    private FarringtonReference(double[] counts, double[] times, int[] levels, int levelCount, int judgedTime)
    {
        Counts = counts;
        this.times = times;
        this.levels = levels;
        this.levelCount = levelCount;
        this.judgedTime = judgedTime;
    }

    public double[] Counts { get; }

    public static FarringtonReference For(IReadOnlyList<int> counts, int index, FarringtonOptions options)
    {
        int first = index - (options.YearsBack * options.PeriodsPerYear) - options.WindowHalfWidth;
        List<double> chosen = [];
        List<double> chosenTimes = [];
        List<int> chosenLevels = [];
        for (int at = first; at < index; at++)
        {
            int level = LevelOf(at - first, options);
            bool used = options.SeasonLevels == 1 ? level == 0 && at <= index - options.PeriodsPerYear + options.WindowHalfWidth : at < index - options.PeriodsLeftOut;
            if (used)
            {
                chosen.Add(counts[at]);
                chosenTimes.Add(at + 1);
                chosenLevels.Add(level);
            }
        }

        return new FarringtonReference([.. chosen], [.. chosenTimes], [.. chosenLevels], options.SeasonLevels, index + 1);
    }

    public DesignMatrix Design(bool withTrend)
    {
        int columns = ColumnCount(withTrend);
        double[] values = new double[Counts.Length * columns];
        for (int row = 0; row < Counts.Length; row++)
        {
            Fill(values.AsSpan(row * columns, columns), withTrend, times[row], levels[row]);
        }

        return new DesignMatrix([.. Enumerable.Range(0, columns).Select(column => $"x{column}")], values);
    }

    public double[] PredictionRow(bool withTrend)
    {
        double[] row = new double[ColumnCount(withTrend)];
        Fill(row, withTrend, judgedTime, 0);
        return row;
    }

    /// <summary>Level 0 is the window around the judged period's place in the year; the rest of the year is cut into equal levels from 1 on.</summary>
    private static int LevelOf(int offset, FarringtonOptions options)
    {
        int window = (2 * options.WindowHalfWidth) + 1;
        int position = offset % options.PeriodsPerYear;
        if (position < window)
        {
            return 0;
        }

        int rest = options.PeriodsPerYear - window;
        return options.SeasonLevels == 1 ? 1 : 1 + ((position - window) * (options.SeasonLevels - 1) / rest);
    }

    private int ColumnCount(bool withTrend) => levelCount + (withTrend ? 1 : 0);

    private static void Fill(Span<double> row, bool withTrend, double time, int level)
    {
        row[0] = 1;
        int firstLevelColumn = 1;
        if (withTrend)
        {
            row[TrendColumn] = time;
            firstLevelColumn++;
        }

        if (level > 0)
        {
            row[firstLevelColumn + level - 1] = 1;
        }
    }
}
