using Dashboard.Charts;
using Dashboard.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages.Trends;

/// <summary>One chart of the trends page as a file.</summary>
public sealed class ChartDownloadModel(CurrentCollection collections, TrendReportBuilder builder) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromQuery] TrendParameters parameters, CancellationToken cancellationToken)
    {
        if (await collections.LoadAsync(parameters.Collection, cancellationToken) is not { } collection)
        {
            return NotFound();
        }

        TrendRequest request = parameters.Read(collection, []);
        TrendReport report = await builder.BuildAsync(collection, request, mostDrawn: 1, cancellationToken);
        string svg = LineChartSvg.Draw(TrendCharts.Line(report, report.Series[0], "trend"), ChartSize.Wide);
        return File(System.Text.Encoding.UTF8.GetBytes(svg), "image/svg+xml", "trend.svg");
    }
}
