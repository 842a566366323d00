using Ingest.Clocks;
using Ingest.Store;
using Ingest.Store.Entities;
using Ingest.Store.PageQueries.Complaints;
using Ingest.Store.PageQueries.Imports;
using Ingest.Tests.Importing;
using Ingest.Undo;
using Ingest.Validation;
using Insights;
using Insights.Complaints;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Clocks;

/// <summary>The remit that follows from dates, from the file to the counts, with the areas and clocks of the Home Office.</summary>
public sealed class RemitByDatesTests
{
    private const string Header = "Ref,Received,Responded,Examiner,Area,Remit";

    private const string Profile = """
        name: examiner
        version: "1"
        taxonomy: home-office
        serviceStandard:
          workingDays: 20
          calendar: england-and-wales
          examinerMonths: 3
          examinerAreas: [UKVI, BorderForce]
          providers:
            - { businessArea: LegalServiceProvider, body: Legal Ombudsman, answerWeeks: 8, referralMonths: 6 }
        collection: { interval: week, dateBasis: receivedOn }
        format: { dateFormats: ["yyyy-MM-dd"] }
        columns:
          reference: Ref
          receivedOn: Received
          respondedOn: Responded
          referredOn: Examiner
          businessArea: Area
          remit: Remit
        """;

    private static readonly string[] Rows =
    [
        "in,2025-01-06,2025-02-28,2025-05-28,UKVI,",
        "late,2025-01-06,2025-02-28,2025-05-29,UKVI,in",
        "early,2025-01-06,2025-02-28,2025-02-27,BorderForce,out:employment",
        "no-answer,2025-01-06,,2025-05-28,UKVI,",
        "not-brought,2025-01-06,2025-02-28,,UKVI,",
        "other,2025-01-06,2025-02-28,2025-09-28,Other,",
        "no-area,2025-01-06,2025-02-28,2025-09-28,,",
        "legal-in,2025-01-06,2025-02-28,2025-08-28,LegalServiceProvider,",
        "legal-late,2025-01-06,2025-02-28,2025-08-29,LegalServiceProvider,",
        "legal-early,2025-01-06,2025-06-28,2025-03-03,LegalServiceProvider,",
        "legal-unanswered,2025-01-06,2025-06-28,2025-03-04,LegalServiceProvider,",
    ];

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Dates_SetTheRemitBesideTheWording(StorageProvider provider)
    {
        await using MadeUpBody body = MadeUpBody.Create(provider);

        ImportReport report = await ImportAsync(body, "a.csv", Rows);

        report.Total.Accepted.ShouldBe(Rows.Length);
        report.Files[0].Referrals.ShouldBe(new ReferralAccount(3, 2, 2, 4));
        (await CodesAsync(body)).ShouldBe([
            "early:out:no_final_response/out:employment", "in:in/", "late:out:out_of_time/in", "legal-early:out:no_final_response/", "legal-in:in/",
            "legal-late:out:out_of_time/", "legal-unanswered:in/", "no-answer:/", "no-area:/", "not-brought:/", "other:/"]);

        await using InsightsDbContext context = body.Store.Open();
        int collection = (await context.Collections.SingleAsync()).Id;
        ComplaintsQuery query = new(context, body.Store.Options);
        ComplaintFilter late = new(collection) { Included = [new FacetValue(Dimension.RemitByDates, RemitByDates.OutOfTime)] };
        (await query.CountAsync(late, default)).Complaints.ShouldBe(2, "the counts");
        (await query.ListAsync(late, 0, 10, default)).Select(row => row.Reference).Order(StringComparer.Ordinal).ShouldBe(["late", "legal-late"]);
        (await query.CountAsync(late with { Included = [new FacetValue(Dimension.RemitByDates, "")] }, default)).Complaints.ShouldBe(4, "missing is counted as missing");
        (await query.FacetsAsync(new ComplaintFilter(collection), default)).Counts.Where(count => count.Dimension == Dimension.RemitByDates).Sum(count => count.Complaints).ShouldBe(Rows.Length);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task CorrectedDates_ChangeIt_AndUndoingPutsItBack(StorageProvider provider)
    {
        await using MadeUpBody body = MadeUpBody.Create(provider);
        await ImportAsync(body, "a.csv", Rows[..3]);

        ImportReport corrected = await ImportAsync(body, "b.csv", "in,2025-01-06,2025-02-28,2025-05-29,UKVI,", "late,2025-01-06,2025-03-01,2025-05-29,UKVI,in", "early,2025-01-06,2025-02-28,,BorderForce,out:employment");

        corrected.Total.Updated.ShouldBe(3);
        (await CodesAsync(body)).ShouldBe(["early:/out:employment", "in:out:out_of_time/", "late:in/in"]);
        await new UndoRun(body.Store.Options, MadeUpBody.Data, TimeProvider.System).RunAsync(corrected.Files[0].BatchId, default);
        (await CodesAsync(body)).ShouldBe(["early:out:no_final_response/out:employment", "in:in/", "late:out:out_of_time/in"]);
    }

    [Fact]
    public async Task EmptyResponse_MeansNone_WhereTheProfileSaysSo()
    {
        await using MadeUpBody body = MadeUpBody.Create();

        await ImportAsync(body, "a.csv", Profile.Replace("examinerMonths: 3", "examinerMonths: 3\n  emptyResponseMeansNone: true", StringComparison.Ordinal), Rows);

        (await CodesAsync(body)).ShouldContain("no-answer:out:no_final_response/");
    }

    [Theory]
    [InlineData("examinerAreas: [UKVI, BorderForce]", "examinerAreas: [UKVI, BoarderForce]", "line 9", "'BoarderForce'")]
    [InlineData("businessArea: LegalServiceProvider", "businessArea: Solicitors", "line 11", "'Solicitors'")]
    [InlineData("respondedOn: Responded", "respondedOn: { column: Responded, optional: true }", "emptyResponseMeansNone", "not optional")]
    public void ClockThatCouldNeverRunRight_IsRefused(string said, string instead, string where, string what)
    {
        using TemporaryProfile file = new(Profile.Replace("examinerMonths: 3", "examinerMonths: 3\n  emptyResponseMeansNone: true", StringComparison.Ordinal).Replace(said, instead, StringComparison.Ordinal));

        string message = Should.Throw<InputErrorException>(() => MadeUpBody.Data.LoadProfile(file.Path)).Message;

        message.ShouldContain(where);
        message.ShouldContain(what);
    }

    private static Task<ImportReport> ImportAsync(MadeUpBody body, string name, params string[] rows) => ImportAsync(body, name, Profile, rows);

    private static async Task<ImportReport> ImportAsync(MadeUpBody body, string name, string profile, string[] rows)
    {
        string path = body.Write("examiner.yaml", profile);
        return await new ImportRun(body.Store.Options, MadeUpBody.Data, TimeProvider.System).RunAsync([body.Write(name, [Header, .. rows])], MadeUpBody.Data.LoadProfile(path), null, default);
    }

    private static async Task<string[]> CodesAsync(MadeUpBody body)
    {
        List<ComplaintRow> rows = await body.ComplaintsAsync();
        return [.. rows.OrderBy(row => row.Reference, StringComparer.Ordinal).Select(row => $"{row.Reference}:{row.RemitByDates}/{row.Remit}")];
    }

    private sealed class TemporaryProfile : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("insights-profile-");

        public TemporaryProfile(string content) => File.WriteAllText(Path, content);

        public string Path => System.IO.Path.Combine(folder.FullName, "profile.yaml");

        public void Dispose() => folder.Delete(recursive: true);
    }
}
