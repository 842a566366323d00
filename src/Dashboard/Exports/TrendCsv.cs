using Dashboard.Charts;
using Dashboard.Pages.Shared;
using Dashboard.Pages.Trends;
using Ingest.Store.PageQueries.Trends;

namespace Dashboard.Exports;

/// <summary>The rows of a trend report: one for each series and period, with all that its measures are made of.</summary>
public static class TrendCsv
{
    public static IResult Write(CollectionContext collection, TrendReport report)
    {
        int rows = report.Series.Sum(series => series.Points.Count);
        return CsvResponse.Of($"{collection.Name}-trends", rows, async (csv, cancellationToken) =>
        {
            await csv.WriteAsync(Header(collection, report), cancellationToken);
            foreach (TrendSeries series in report.Series)
            {
                for (int index = 0; index < series.Points.Count; index++)
                {
                    await csv.WriteAsync(Row(collection, report, series, index), cancellationToken);
                }
            }
        });
    }

    private static List<object?> Header(CollectionContext collection, TrendReport report)
    {
        List<object?> names = ["period", "first_day", "last_day", "complete"];
        if (report.Request.Split is { } split)
        {
            names.AddRange([$"{split}_code", collection.TitleOf(split)]);
        }

        if (report.Request.Then is { } then)
        {
            names.AddRange([$"{then}_code", collection.TitleOf(then)]);
        }

        names.AddRange(["complaints", "complaints_campaigns_once", "with_both_dates", "answered_in_time", "with_finding", "upheld", "size", report.MeasureTitle]);
        return names;
    }

    private static List<object?> Row(CollectionContext collection, TrendReport report, TrendSeries series, int index)
    {
        ChartPoint point = series.Points[index];
        TrendCounts counts = series.Counts[index];
        List<object?> cells = [point.Period.ToString(), point.Period.Start, point.Period.End, !point.IsPartial];
        if (report.Request.Split is { } split)
        {
            cells.AddRange([series.FirstCode, collection.TitleOf(split, series.FirstCode)]);
        }

        if (report.Request.Then is { } then)
        {
            cells.AddRange([series.SecondCode, collection.TitleOf(then, series.SecondCode)]);
        }

        cells.AddRange([counts.Complaints, counts.Distinct, counts.Answered, counts.AnsweredInTime, counts.WithFinding, counts.Upheld, series.Size, point.Value]);
        return cells;
    }
}
