using Dashboard.Charts;
using Dashboard.Pages.Shared;
using Ingest.Store.PageQueries.Patterns;
using Insights.Complaints;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages.Trends;

/// <summary>Explores the counts: a measure, a split, an interval, a range, all in the address.</summary>
public sealed class IndexModel(CurrentCollection collections, TrendReportBuilder builder, PatternsQuery patterns) : PageModel
{
    /// <summary>Bars drawn; the table below has every series.</summary>
    private const int MostBars = 15;

    /// <summary>Rows of the table of totals; the download has every series.</summary>
    public const int MostRows = 100;

    public CollectionContext? Collection { get; private set; }

    public TrendReport? Report { get; private set; }

    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>The codes of the split to choose one from, with their names.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> OnlyChoices { get; private set; } = [];

    public IReadOnlyList<KeyValuePair<string, string>> ThenOnlyChoices { get; private set; } = [];

    public LineChart? WholeChart { get; private set; }

    public IReadOnlyList<LineChart> Panels { get; private set; } = [];

    public BarChart? Bars { get; private set; }

    /// <summary>What the periods shown will come to when all complaints have arrived; null when nothing is known to be missing.</summary>
    public TrendNowcast? Nowcast { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery] TrendParameters parameters, CancellationToken cancellationToken)
    {
        Collection = await collections.LoadAsync(parameters.Collection, cancellationToken);
        if (Collection is null)
        {
            return collections.All.Count == 0 ? Page() : NotFound();
        }

        List<string> problems = [];
        TrendRequest request = parameters.Read(Collection, problems);
        Report = await builder.BuildAsync(Collection, request, TrendReportBuilder.MostDrawn, cancellationToken);
        Problems = problems;
        OnlyChoices = request.Split is { } split ? await builder.ChoicesAsync(Collection, split, request, cancellationToken) : [];
        ThenOnlyChoices = request.Then is { } then ? await builder.ChoicesAsync(Collection, then, request, cancellationToken) : [];
        Draw(Report);
        Nowcast = await NowcastAsync(Collection, request, cancellationToken);
        return Page();
    }

    /// <summary>The dimensions in which anything is recorded.</summary>
    public IReadOnlyList<Dimension> Dimensions() => Collection!.Source.UsedDimensions;

    /// <summary>The delays are those of all complaints of the collection: nothing is told of other splits and measures.</summary>
    private async Task<TrendNowcast?> NowcastAsync(CollectionContext collection, TrendRequest request, CancellationToken cancellationToken) =>
        request.Measure == TrendMeasure.Complaints && request.Split is null
        && await patterns.NowcastAsync(collection.Name, cancellationToken) is { } nowcast
            ? TrendNowcast.Of(nowcast, request)
            : null;

    private void Draw(TrendReport report)
    {
        IReadOnlyList<TrendSeries> drawn = report.Drawn;
        if (report.Series.Count == 1)
        {
            WholeChart = TrendCharts.Line(report, drawn[0], "trend");
            return;
        }

        double largest = drawn.SelectMany(series => series.Points).Max(point => point.Value ?? 0);
        double? shared = report.Request.HasOwnScales ? null : largest;
        Panels = [.. drawn.Select((series, index) => TrendCharts.Panel(report, series, $"trend-{index}", shared))];
        Bars = TrendCharts.Totals(report, MostBars);
    }
}
