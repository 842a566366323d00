using System.Globalization;
using Insights.Complaints;

namespace Benchmarks.Analysis;

/// <summary>Writes the weekly counts of a real stream as a file for <c>detect</c> and <c>backtest --in</c>: whole weeks, gaps as zeros up to the stream's last week.</summary>
internal static class SeriesOfStream
{
    private const int IncompleteWeeks = 4;

    public static int Write(string stream, string folder, string output)
    {
        (string file, Slice slice) = stream switch
        {
            "cfpb-dated" => ("cfpb-dated.csv.gz", Slice.By(Dimension.Theme)),
            "cfpb-one-bank" => ("cfpb-one-bank.csv.gz", Slice.By(Dimension.Theme, Dimension.Region)),
            _ => throw new ArgumentException($"The stream is '{stream}'; expected cfpb-dated or cfpb-one-bank.", nameof(stream)),
        };
        Dictionary<Dimension, string> columns = new() { [Dimension.Theme] = "issue", [Dimension.Region] = "state" };
        IReadOnlyList<DailyCount> counts = CountedFile.Read(Path.Combine(folder, file), stream, "date_received", columns, [slice]);
        DateOnly end = counts.Max(count => count.Day)!.Value;
        using StreamWriter writer = new(output);
        writer.Write("series,period,count\n");
        foreach (IGrouping<SeriesKey, DailyCount> series in counts.Where(count => count.Key.Facets.All(facet => facet.Value.Length > 0))
            .GroupBy(count => count.Key).OrderBy(series => series.Key.ToString(), StringComparer.Ordinal))
        {
            Dictionary<DateOnly, int> weeks = series.GroupBy(count => Period.Containing(Interval.Week, count.Day!.Value).Start).ToDictionary(week => week.Key, week => week.Sum(count => count.Complaints));
            for (DateOnly week = weeks.Keys.Min().AddDays(7); week <= end.AddDays(-7 * IncompleteWeeks); week = week.AddDays(7))
            {
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"\"{string.Join(" / ", series.Key.Facets.Select(facet => facet.Value)).Replace("\"", "\"\"", StringComparison.Ordinal)}\",{week:yyyy-MM-dd},{weeks.GetValueOrDefault(week)}\n"));
            }
        }

        return 0;
    }
}
