using Dashboard.Charts;
using Dashboard.Pages.Shared;
using Insights.Complaints;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages.Trends;

/// <summary>Explores the counts: a measure, a split, an interval, a range, all in the address.</summary>
public sealed class IndexModel(CurrentCollection collections, TrendReportBuilder builder) : PageModel
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
        OnlyChoices = await ChoicesAsync(request.Split, request, cancellationToken);
        ThenOnlyChoices = await ChoicesAsync(request.Then, request, cancellationToken);
        Draw(Report);
        return Page();
    }

    /// <summary>The dimensions that the collection uses.</summary>
    public IReadOnlyList<Dimension> Dimensions() =>
        [.. Enum.GetValues<Dimension>().Where(dimension => Collection!.Slices.Contains(Slice.By(dimension)))];

    private async Task<IReadOnlyList<KeyValuePair<string, string>>> ChoicesAsync(Dimension? dimension, TrendRequest request, CancellationToken cancellationToken)
    {
        if (dimension is not { } known)
        {
            return [];
        }

        TrendRequest all = new() { Split = known, From = request.From, To = request.To, Interval = request.Interval };
        TrendReport report = await builder.BuildAsync(Collection!, all, mostDrawn: 0, cancellationToken);
        return [.. report.Series.Select(series => KeyValuePair.Create(series.FirstCode, series.Name)).OrderBy(pair => pair.Key.Length == 0).ThenBy(pair => pair.Value, StringComparer.OrdinalIgnoreCase)];
    }

    private void Draw(TrendReport report)
    {
        IReadOnlyList<TrendSeries> drawn = report.Drawn;
        if (report.Series.Count == 1)
        {
            WholeChart = TrendCharts.Line(report, drawn[0], "trend", sharedMaximum: null, showsKey: true);
            return;
        }

        double largest = drawn.SelectMany(series => series.Points).Max(point => point.Value ?? 0);
        double? shared = report.Request.HasOwnScales ? null : largest;
        Panels = [.. drawn.Select((series, index) => TrendCharts.Line(report, series, $"trend-{index}", shared, showsKey: false))];
        Bars = TrendCharts.Totals(report, MostBars);
    }
}
