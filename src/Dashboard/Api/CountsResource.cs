using Dashboard.Pages.Trends;

namespace Dashboard.Api;

/// <summary>Counts by series and period with what is missing.</summary>
/// <param name="Collection">Whose complaints.</param>
/// <param name="Measure">What <c>value</c> is.</param>
/// <param name="Interval">The length of a period.</param>
/// <param name="From">First day counted.</param>
/// <param name="To">Last day counted.</param>
/// <param name="AllComplaints">All complaints of the collection in the range.</param>
/// <param name="Undated">Complaints without a date: in no period.</param>
/// <param name="WithoutCode">Complaints whose code in the split is not recorded.</param>
/// <param name="WithoutSize">Complaints whose size is not known; null unless the measure is a rate.</param>
/// <param name="Problems">What of the request could not be met.</param>
/// <param name="Series">The series, largest first.</param>
public sealed record CountsResource(
    string Collection,
    string Measure,
    string Interval,
    DateOnly From,
    DateOnly To,
    int AllComplaints,
    int Undated,
    int WithoutCode,
    int? WithoutSize,
    IReadOnlyList<string> Problems,
    IReadOnlyList<CountSeriesResource> Series)
{
    public static CountsResource Of(string collection, TrendReport report, IReadOnlyList<string> problems) => new(
        collection,
        report.MeasureTitle,
        report.Request.Interval.ToString(),
        report.Request.From,
        report.Request.To,
        report.AllComplaints,
        report.Undated,
        report.WithoutCode,
        report.WithoutSize,
        problems,
        [.. report.Series.Select(CountSeriesResource.From)]);
}
