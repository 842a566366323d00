using Ingest.Profiles;
using Ingest.Store;
using Ingest.Store.Entities;
using Insights.Complaints;
using Microsoft.EntityFrameworkCore;

namespace TestSupport.Pages;

/// <summary>Stores seeded complaints and counts them, one by one and in memory: a plain second way to the numbers that the product rolls up in the database.</summary>
internal static class SeededCounts
{
    private const int DaysInTime = 28;

    public static async Task SaveAsync(InsightsDbContext store, ImportProfile profile, int collectionId, IReadOnlyList<SeededComplaint> complaints)
    {
        store.AddRange(complaints.Select(complaint => complaint.Row));
        await store.SaveChangesAsync();
        foreach (SeededComplaint complaint in complaints)
        {
            long id = complaint.Row.Id;
            store.Add(new ComplaintTextRow { ComplaintId = id, RedactedText = complaint.Text });
            CodeOrigin origin = complaint.Prediction is null ? CodeOrigin.Source : CodeOrigin.Model;
            store.AddRange(complaint.Themes.Select(theme => new ComplaintThemeRow { ComplaintId = id, Theme = theme, Origin = origin }));
            if (complaint.Prediction is { } prediction)
            {
                prediction.ComplaintId = id;
                store.Add(prediction);
            }
        }

        string[] slices = (await store.Collections.SingleAsync(row => row.Id == collectionId)).CountedSlices.Split(' ');
        DailyCountRow[] days = [.. slices.SelectMany(slice => Count(profile, collectionId, Slice.Parse(slice)!.Value, complaints))];
        store.AddRange(days);
        store.AddRange(AddUp(days));
        await store.SaveChangesAsync();
    }

    private static IEnumerable<DailyCountRow> Count(ImportProfile profile, int collectionId, Slice slice, IReadOnlyList<SeededComplaint> complaints) => complaints
        .SelectMany(complaint => Codes(complaint, slice.First).SelectMany(first => Codes(complaint, slice.Second).Select(second => (first, second, complaint))))
        .GroupBy(item => (item.first, item.second, Day: item.complaint.Row.CountedOn ?? DailyCountRow.Undated))
        .Select(group => new DailyCountRow
        {
            CollectionId = collectionId,
            Slice = slice.ToString(),
            FirstCode = group.Key.first,
            SecondCode = group.Key.second,
            Day = group.Key.Day,
            Complaints = group.Count(),
            Distinct = group.Select(item => item.complaint.Row.CampaignId ?? -item.complaint.Row.Id).Distinct().Count(),
            Answered = group.Count(item => IsAnswered(item.complaint.Row)),
            AnsweredInTime = group.Count(item => IsAnswered(item.complaint.Row) && Days(item.complaint.Row) <= DaysInTime),
            WithFinding = group.Count(item => item.complaint.Row.Finding is not null),
            Upheld = group.Count(item => item.complaint.Row.Finding is { } finding && profile.Collection.Taxonomy.IsUpheld(Dimension.Finding, finding)),
        });

    private static IEnumerable<MonthlyCountRow> AddUp(IEnumerable<DailyCountRow> days) => days
        .GroupBy(day => (day.CollectionId, day.Slice, day.FirstCode, day.SecondCode, Month: new DateOnly(day.Day.Year, day.Day.Month, 1)))
        .Select(month => new MonthlyCountRow
        {
            CollectionId = month.Key.CollectionId,
            Slice = month.Key.Slice,
            FirstCode = month.Key.FirstCode,
            SecondCode = month.Key.SecondCode,
            Month = month.Key.Month,
            Complaints = month.Sum(day => day.Complaints),
            Distinct = month.Sum(day => day.Distinct),
            Answered = month.Sum(day => day.Answered),
            AnsweredInTime = month.Sum(day => day.AnsweredInTime),
            WithFinding = month.Sum(day => day.WithFinding),
            Upheld = month.Sum(day => day.Upheld),
        });

    private static bool IsAnswered(ComplaintRow row) => row is { ReceivedOn: not null, RespondedOn: not null };

    private static int Days(ComplaintRow row) => row.RespondedOn!.Value.DayNumber - row.ReceivedOn!.Value.DayNumber;

    private static string[] Codes(SeededComplaint complaint, Dimension? dimension) => dimension switch
    {
        null => [""],
        Dimension.Theme => complaint.Themes.Length == 0 ? [""] : complaint.Themes,
        Dimension.BusinessArea => [complaint.Row.BusinessArea ?? ""],
        Dimension.Organisation => [complaint.Row.Organisation ?? ""],
        Dimension.OrganisationGroup => [complaint.Row.OrganisationGroup ?? ""],
        Dimension.Office => [complaint.Row.Office ?? ""],
        Dimension.Channel => [complaint.Row.Channel ?? ""],
        Dimension.Region => [complaint.Row.Region ?? ""],
        Dimension.ComplaintType => [complaint.Row.ComplaintType ?? ""],
        Dimension.Remit => [complaint.Row.Remit ?? ""],
        Dimension.RemitByDates => [complaint.Row.RemitByDates ?? ""],
        _ => [complaint.Row.Finding ?? ""],
    };
}
