using Ingest.Validation;

namespace Ingest.Profiles.Proposing;

/// <summary>The date formats of one column: the fewest that read the most, each with how many values need it.</summary>
internal sealed record DateFormats(IReadOnlyList<(string Format, int Values)> Formats, int Unread, bool IsDayOrMonthOpen)
{
    /// <summary>A further format must be more than a slip of the pen: a share of the values, and more than one.</summary>
    private const double MinimumShareOfFurther = 0.005;

    private const int MinimumOfFurther = 2;
    private const int FirstUnambiguousDay = 13;

    public int Read => Formats.Sum(format => format.Values);

    /// <summary>
    /// Values that a format reads day first and that would be another date month first, in a column where other values are written so: some of them are,
    /// and nothing tells which. 0 where all are written in one order.
    /// </summary>
    public static int Doubtful(ColumnSummary column, IReadOnlyList<string> formats)
    {
        string? dayFirst = formats.FirstOrDefault(format => format.StartsWith('d') && !format.Contains("MMM", StringComparison.Ordinal));
        if (dayFirst is null || !formats.Any(format => format.StartsWith('M')))
        {
            return 0;
        }

        DateReader reader = new([dayFirst]);
        return column.Values.Where(value => reader.Read(value.Key) is { Day: < FirstUnambiguousDay } date && date.Day != date.Month).Sum(value => value.Value);
    }

    public static DateFormats Of(ColumnSummary column, IReadOnlyList<string> candidates)
    {
        Dictionary<string, int> left = new(column.Values.Count, StringComparer.Ordinal);
        foreach ((string value, int count) in column.Values)
        {
            left[value] = count;
        }

        List<(string, int)> chosen = [];
        Dictionary<string, DateReader> readers = candidates.ToDictionary(format => format, format => new DateReader([format]), StringComparer.Ordinal);
        while (left.Count > 0)
        {
            // The order of the candidates decides between formats that read equally many.
            (string format, int read) = candidates.Select(candidate => (candidate, left.Where(value => readers[candidate].Read(value.Key) is not null).Sum(value => value.Value))).MaxBy(pair => pair.Item2);
            if (read == 0 || (chosen.Count > 0 && read < Math.Max(MinimumOfFurther, column.Filled * MinimumShareOfFurther)))
            {
                break;
            }

            chosen.Add((format, read));
            foreach (string value in left.Keys.Where(value => readers[format].Read(value) is not null).ToList())
            {
                left.Remove(value);
            }
        }

        return new DateFormats(chosen, left.Values.Sum(), IsOpen(column, chosen));
    }

    /// <summary>True when every value could be read with day and month exchanged: nothing in the file tells which is meant.</summary>
    private static bool IsOpen(ColumnSummary column, List<(string Format, int Values)> chosen)
    {
        if (chosen is not [{ Format: { } format }] || !format.StartsWith('d') || format.Contains("MMM", StringComparison.Ordinal))
        {
            return false;
        }

        DateReader reader = new([format]);
        return column.Values.Keys.All(value => reader.Read(value) is { Day: < FirstUnambiguousDay });
    }

    /// <summary>A format of the same form with day and month exchanged.</summary>
    public static string Exchanged(string format) =>
        string.Concat(format.Select(character => character switch { 'd' => 'M', 'M' => 'd', _ => character }));
}
