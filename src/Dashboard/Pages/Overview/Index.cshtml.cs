using Dashboard.Charts;
using Dashboard.Pages.Shared;
using Dashboard.Pages.Trends;
using Ingest.Store.PageQueries.Overview;
using Ingest.Store.PageQueries.Signals;
using Insights.Complaints;
using Insights.Detection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages.Overview;

/// <summary>What needs attention, ranked, and what the collection holds.</summary>
public sealed class IndexModel(CurrentCollection collections, SignalsQuery signals, OverviewQuery overview, TrendReportBuilder trends) : PageModel
{
    private const int MostSignals = 5;
    private const int YearsShown = 2;

    private static readonly SignalState[] OpenStates = [SignalState.New, SignalState.UnderAssessment, SignalState.Confirmed];

    public CollectionContext? Collection { get; private set; }

    public IReadOnlyList<SignalListing> Signals { get; private set; } = [];

    public int SignalCount { get; private set; }

    public int ArtefactCount { get; private set; }

    public OverviewTotals? Totals { get; private set; }

    public DateOnly TotalsFrom { get; private set; }

    public DateOnly TotalsTo { get; private set; }

    public LineChart? Chart { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? collection, CancellationToken cancellationToken)
    {
        Collection = await collections.LoadAsync(collection, cancellationToken);
        if (Collection is null)
        {
            return collections.All.Count == 0 ? Page() : NotFound();
        }

        SignalFilter open = new() { CollectionId = Collection.Id, States = OpenStates, HasArtefact = false };
        Signals = await signals.ListAsync(open, skip: 0, MostSignals, cancellationToken);
        SignalCount = await signals.CountAsync(open, cancellationToken);
        ArtefactCount = await signals.CountAsync(open with { HasArtefact = true }, cancellationToken);
        if (Collection.Source.NewestDay is { } newest)
        {
            TotalsTo = newest;
            TotalsFrom = newest.Year > 1 ? newest.AddYears(-1).AddDays(1) : DateOnly.MinValue;
            Totals = await overview.TotalsAsync(Collection.Id, Collection.Source.UsedDimensions, TotalsFrom, TotalsTo, cancellationToken);
            Chart = await VolumeAsync(Collection, newest, cancellationToken);
        }

        return Page();
    }

    private async Task<LineChart> VolumeAsync(CollectionContext collection, DateOnly newest, CancellationToken cancellationToken)
    {
        DateOnly first = Period.Containing(Interval.Month, newest).Add(-SignalCharts.PeriodsIn(Interval.Month, YearsShown)).Start;
        TrendRequest request = new()
        {
            Interval = Interval.Month,
            From = first > collection.Source.FirstDay ? first : collection.Source.FirstDay ?? first,
            To = newest,
        };
        TrendReport report = await trends.BuildAsync(collection, request, mostDrawn: 1, cancellationToken);
        return new LineChart
        {
            Id = "volume",
            Title = "Complaints by month",
            Summary = TrendSummary.Write(report, report.Series[0]),
            Points = report.Series[0].Points,
        };
    }
}
