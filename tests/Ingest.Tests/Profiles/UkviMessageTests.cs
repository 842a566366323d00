using System.IO.Compression;
using Ingest.Store;
using Ingest.Store.Entities;
using Ingest.Store.Writing;
using Ingest.Validation;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Profiles;

/// <summary>Messages written after the public schema of the Home Office form, as they come: one file each, a list, JSON lines, an archive.</summary>
public sealed class UkviMessageTests
{
    private const string Delay = """
        {"creationDate":"2025-03-04","complaint":{"complaintType":"DELAYS","reference":{"referenceType":"GWF_REF","reference":"GWF012345678"},
        "reporterDetails":{"applicantType":"APPLICANT","applicantName":"Margaret Holloway","applicantNationality":"Peru","applicantDob":"1980-11-04","applicantEmail":"m@example.org"},
        "complaintDetails":{"complaintText":"Eleven months and no decision.","delayedWaitingFor":"RETURN_OF_DOCUMENTS","applicationLocation":"OUTSIDE_UK"}}}
        """;

    private const string Appointment = """
        {"creationDate":"2025-03-05","complaint":{"complaintType":"MAKING_APPOINTMENT",
        "reporterDetails":{"applicantType":"AGENT","applicantDetails":{"applicantName":"A B","applicantNationality":"Chad","applicantDob":"1990-01-01"},"agentDetails":{"agentName":"C D","agentType":"LEGAL_REP","agentEmail":"c@example.org"}},
        "complaintDetails":{"complaintText":"The page to book breaks.","problemExperienced":"TECHNICAL_APPOINTMENTS"}}}
        """;

    private const string Staff = """
        {"creationDate":"2025-03-06","complaint":{"complaintType":"POOR_INFORMATION_OR_STAFF_BEHAVIOUR",
        "complaintDetails":{"complaintText":"They shouted at my father.","experience":{"experienceType":"FACE_TO_FACE","location":{"country":"Peru","city":"Lima","centreType":"VAC"}}}}}
        """;

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Messages_InAnArchive_KeepTheirCodesBesideOurs(StorageProvider provider)
    {
        await using StoreUnderTest store = StoreUnderTest.CreateEmpty(provider);
        string path = Path.Combine(store.Folder.FullName, "messages.zip");
        using (ZipArchive zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            foreach ((string name, string message) in (ReadOnlySpan<(string, string)>)[("1.json", Delay), ("2.json", Appointment), ("3.json", Staff)])
            {
                using StreamWriter entry = new(zip.CreateEntry(name).Open());
                entry.Write(message);
            }
        }

        ImportReport report = await ImportAsync(store, path);

        report.Failures.ShouldBeEmpty();
        report.Total.ShouldBe(new ImportCounts(3, 0, 0, 0));
        await using InsightsDbContext context = store.Open();
        List<ComplaintRow> rows = await context.Complaints.OrderBy(row => row.CountedOn).ToListAsync();
        rows.Select(row => row.SourceCategory).ShouldBe(["DELAYS RETURN_OF_DOCUMENTS", "MAKING_APPOINTMENT TECHNICAL_APPOINTMENTS", "POOR_INFORMATION_OR_STAFF_BEHAVIOUR"]);
        rows.Select(row => row.SourceMapVersion).Distinct().ShouldBe(["ukvi-complaint-codes 2"]);
        rows.Select(row => row.BusinessArea).Distinct().ShouldBe(["UKVI"]);
        rows.Select(row => row.Office).ShouldBe([null, null, "Lima"]);
        rows[0].Region.ShouldBe("Outside the UK");
        rows[0].Reference.ShouldStartWith("2025-03-04-");
        (await context.ComplaintThemes.Where(theme => theme.Origin == CodeOrigin.Source).OrderBy(theme => theme.ComplaintId).Select(theme => theme.Theme).ToListAsync()).ShouldBe(["delay_or_missed_deadline", "digital_service_problem"]);
    }

    /// <summary>What the form sends since it asks which of the two it was: lib/json-converters of github.com/UKHomeOffice/ukvi-complaints.</summary>
    [Theory]
    [InlineData("POOR_STAFF_BEHAVIOUR", "staff_conduct")]
    [InlineData("POOR_INFORMATION", "poor_advice_or_information")]
    public async Task MessageOfTheFormAsItIsNow_IsRead(string type, string theme)
    {
        await using StoreUnderTest store = StoreUnderTest.CreateEmpty(StorageProvider.Sqlite);

        ImportReport report = await ImportAsync(store, Write(store, "now.json", Staff.Replace("POOR_INFORMATION_OR_STAFF_BEHAVIOUR", type, StringComparison.Ordinal)));

        report.Total.ShouldBe(new ImportCounts(1, 0, 0, 0));
        await using InsightsDbContext context = store.Open();
        (await context.ComplaintThemes.Where(row => row.Origin == CodeOrigin.Source).Select(row => row.Theme).ToListAsync()).ShouldBe([theme]);
    }

    [Fact]
    public async Task SameMessages_AsAListAsLinesAndAlone_AreTheSameComplaints()
    {
        await using StoreUnderTest store = StoreUnderTest.CreateEmpty(StorageProvider.Sqlite);
        string[] messages = [.. new[] { Delay, Appointment, Staff }.Select(message => message.ReplaceLineEndings(" "))];
        (await ImportAsync(store, Write(store, "lines.jsonl", string.Join('\n', messages)))).Total.ShouldBe(new ImportCounts(3, 0, 0, 0));

        (await ImportAsync(store, Write(store, "list.json", $"[{string.Join(',', messages)}]"))).Total.ShouldBe(new ImportCounts(0, 3, 0, 0));
        (await ImportAsync(store, Write(store, "alone.json", Delay))).Total.ShouldBe(new ImportCounts(0, 1, 0, 0));
    }

    [Fact]
    public async Task UnknownCode_IsRefusedRatherThanGuessed()
    {
        await using StoreUnderTest store = StoreUnderTest.CreateEmpty(StorageProvider.Sqlite);

        ImportReport report = await ImportAsync(store, Write(store, "new.json", Delay.Replace("RETURN_OF_DOCUMENTS", "NEW_CODE", StringComparison.Ordinal)));

        report.Total.ShouldBe(new ImportCounts(0, 0, 0, 1));
    }

    [Fact]
    public async Task OptionalProperty_FirstSeenFarIntoTheFile_IsRead()
    {
        await using StoreUnderTest store = StoreUnderTest.CreateEmpty(StorageProvider.Sqlite);
        string early = Appointment.ReplaceLineEndings(" ");
        IEnumerable<string> lines = Enumerable.Range(0, 300).Select(number => early.Replace("breaks", $"breaks {number}", StringComparison.Ordinal)).Append(Staff.ReplaceLineEndings(" "));

        await ImportAsync(store, Write(store, "lines.jsonl", string.Join('\n', lines)));

        await using InsightsDbContext context = store.Open();
        (await context.Complaints.CountAsync()).ShouldBe(301);
        (await context.Complaints.CountAsync(row => row.Office == "Lima")).ShouldBe(1);
    }

    private static string Write(StoreUnderTest store, string name, string content)
    {
        string path = Path.Combine(store.Folder.FullName, name);
        File.WriteAllText(path, content);
        return path;
    }

    private static Task<ImportReport> ImportAsync(StoreUnderTest store, string path)
    {
        DataFiles.DataFolder data = DataFiles.DataFolder.Find();
        return new ImportRun(store.Options, data, TimeProvider.System).RunAsync([path], data.LoadProfile("ukvi-message"), progress: null, CancellationToken.None);
    }
}
