using System.IO.Compression;
using Ingest.DataFiles;
using Ingest.Profiles;
using Ingest.Profiles.Proposing;
using Insights;
using Shouldly;
using TestSupport;
using TestSupport.Files;
using Xunit;

namespace Ingest.Tests.Profiles;

public sealed class ProfileProposerTests : IDisposable
{
    private static readonly DataFolder Data = DataFolder.Find();

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("insights-proposal-");

    [Fact]
    public void Export_IsUnderstoodByNamesAndContent()
    {
        ProfileProposal proposal = Propose(Write("export.csv", [
            "Case Ref,Date opened,Result,Branch,What happened,Spare",
            .. Enumerable.Range(1, 40).Select(number => $"C-{number},{number % 28 + 1:00}/0{number % 9 + 1}/2025,{(number % 2 == 0 ? "Upheld" : "Part upheld")},Office {number % 3},Nobody answered the telephone and the letter of {number} was never sent on to the right place,"),
        ]));

        Field(proposal, "Case Ref").ShouldBe(ImportField.Reference);
        Field(proposal, "Date opened").ShouldBe(ImportField.ReceivedOn);
        Field(proposal, "Result").ShouldBe(ImportField.Finding);
        Field(proposal, "Branch").ShouldBe(ImportField.Office);
        Field(proposal, "What happened").ShouldBe(ImportField.Text);
        Column(proposal, "Spare").Field.ShouldBeNull();
        Column(proposal, "Result").Map.ShouldBe(new Dictionary<string, string?> { ["Part upheld"] = "partly_upheld" });
        proposal.Taxonomy.ShouldBe("home-office");
        proposal.IsClassified.ShouldBeTrue();
        proposal.Problems.ShouldBeEmpty();
        Preview(proposal, "export.csv").Refused.ShouldBe(0);
    }

    [Fact]
    public void FileOfAKnownProfile_IsRecognised()
    {
        string path = Write("message.json", ["{", "\"creationDate\":\"2025-03-04\",", "\"complaint\":{\"complaintType\":\"DELAYS\",\"reference\":{\"reference\":\"GWF012345678\"},\"complaintDetails\":{\"complaintText\":\"Eleven months and no decision.\"}}}"]);

        ProfileProposal proposal = Propose(path);

        proposal.FittingProfiles.ShouldBe(["ukvi-message"]);
        ProposalYaml.Write(proposal).ShouldContain("--profile ukvi-message");
        Field(proposal, "complaint.complaintDetails.complaintText").ShouldBe(ImportField.Text);
    }

    [Fact]
    public void ArchiveOfNothingUsable_SaysWhatIsInIt()
    {
        string path = Path.Combine(folder.FullName, "a.zip");
        using (ZipArchive zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            using Stream entry = zip.CreateEntry("old.db").Open();
            entry.Write("SQLite format 3\0"u8);
        }

        Should.Throw<InputErrorException>(() => Propose(path)).Message.ShouldContain("old.db is a SQLite database");
    }

    [Fact]
    public void TwoDateFormats_AreNoticedWithTheirNumbers()
    {
        ProposedColumn dates = Column(Propose(Write("a.csv", ["Ref,Received", .. Enumerable.Range(1, 30).Select(number => $"{number},{number:00}/01/2025"), .. Enumerable.Range(31, 10).Select(number => $"{number},2025-02-{number - 20}"), "99,soon"])), "Received");

        dates.DateFormats.ShouldBe(["dd/MM/yyyy", "yyyy-MM-dd"]);
        dates.IsDayOrMonthOpen.ShouldBeFalse();
        dates.Notes[0].ShouldContain("30 are dd/MM/yyyy, 10 only fit yyyy-MM-dd");
        dates.Notes[1].ShouldContain("1 of its values");
    }

    /// <summary>As in the patients' comments that an NHS trust published: one part of the file came from a machine set to American dates.</summary>
    [Fact]
    public void DatesInBothOrders_AreSaidToBeDoubtful()
    {
        ProposedColumn dates = Column(Propose(Write("a.csv", ["Ref,Received", .. Enumerable.Range(1, 28).Select(number => $"{number},{number:00}/05/2025"), .. Enumerable.Range(13, 10).Select(number => $"m{number},05/{number}/2025")])), "Received");

        dates.Notes.ShouldContain(note => note.StartsWith("11 of those read day first", StringComparison.Ordinal));
    }

    [Fact]
    public void DayOrMonth_LeftOpenByTheFile_IsAsked()
    {
        string path = Write("a.csv", ["Ref,Received", .. Enumerable.Range(1, 12).Select(number => $"{number},{number:00}/03/2025")]);

        ProposedColumn british = Column(Propose(path), "Received");
        british.DateFormats.ShouldBe(["dd/MM/yyyy"]);
        british.IsDayOrMonthOpen.ShouldBeTrue();
        Column(Propose(path, new ProposalChoices { MonthFirst = true }), "Received").DateFormats.ShouldBe(["MM/dd/yyyy"]);
    }

    /// <summary>Cells with several labels were taken for labels of their own: a map of combinations was proposed, and every new combination refused.</summary>
    [Theory]
    [InlineData("; ", "home-office", "delay_or_missed_deadline", "Staff conduct", "poor_communication")]
    [InlineData("|", "home-office", "Delay or missed deadline", "staff_conduct", "Poor communication")]
    [InlineData(";", "own-words", "waiting", "rude porter", "cold food")]
    public void CellsWithSeveralLabels_AreProposedAsLabels(string separator, string taxonomy, params string[] labels)
    {
        string[] cells = [.. Enumerable.Range(0, 60).Select(number => string.Join(separator, labels.Where((_, index) => (number >> index) % 2 == 0).DefaultIfEmpty(labels[0])))];
        string path = Write("a.csv", ["Ref,Received,Labels", .. cells.Select((cell, number) => $"{number},{number % 28 + 1:00}/01/2025,\"{cell}\"")]);

        ProfileProposal proposal = Propose(path);

        ProposedColumn column = Column(proposal, "Labels");
        column.Field.ShouldBe(ImportField.Theme);
        column.Separator.ShouldBe(separator.Trim());
        column.Map.ShouldBeEmpty("single labels are codes or titles, combinations are nothing");
        column.Notes.ShouldHaveSingleItem().ShouldContain("several labels");
        proposal.Taxonomy.ShouldBe(taxonomy);
        PreviewReport preview = Preview(proposal, "a.csv");
        preview.Refused.ShouldBe(0);
        preview.First[0].Themes.Count.ShouldBe(3);
    }

    [Fact]
    public void LabelWithACommaInIt_IsNotTakenApart()
    {
        string[] labels = ["Rent, charges", "Noise", "Damp"];
        ProposedColumn column = Column(Propose(Write("a.csv", ["Ref,Received,Issue", .. Enumerable.Range(0, 60).Select(number => $"{number},01/01/2025,\"{labels[number % 3]}\"")])), "Issue");

        column.Field.ShouldBe(ImportField.Theme);
        column.Separator.ShouldBeNull();
    }

    [Fact]
    public void UnknownValues_AreNamedAndNeverGuessed()
    {
        ProfileProposal proposal = Propose(Write("a.csv", ["Ref,Received,Outcome", .. Enumerable.Range(0, 30).Select(number => $"{number},01/01/2025,{(number < 25 ? "Upheld" : "Mostly upheld")}")]), new ProposalChoices { Taxonomy = "home-office" });

        Column(proposal, "Outcome").Map.ShouldBeEmpty();
        Column(proposal, "Outcome").Notes.ShouldHaveSingleItem().ShouldContain("'Mostly upheld'");
        PreviewReport preview = Preview(proposal, "a.csv");
        preview.Refused.ShouldBe(5);
        preview.Refusals.ShouldHaveSingleItem().FirstLine.ShouldBe(27);
    }

    [Fact]
    public void SeveralColumns_MakeTheReferenceWhereOneDoesNot()
    {
        ProfileProposal proposal = Propose(Write("a.csv", ["Case id,Decision date,Category", .. Enumerable.Range(0, 60).Select(number => $"{number / 3},01/0{number % 3 + 1}/2025,Noise")]));

        proposal.Reference.ShouldBe(["Case id", "Decision date"]);
        Load(proposal).Columns[ImportField.Reference].Columns.ShouldBe(["Case id", "Decision date"]);
    }

    [Fact]
    public void Choices_OverruleTheProposal()
    {
        string path = Write("a.csv", ["Ref,Received,Kind", .. Enumerable.Range(0, 20).Select(number => $"{number},01/01/2025,Noise")]);

        ProfileProposal proposal = Propose(path, new ProposalChoices { Name = "mine", Fields = new Dictionary<string, ImportField?> { ["Kind"] = ImportField.Office } });

        Field(proposal, "Kind").ShouldBe(ImportField.Office);
        Load(proposal).Name.ShouldBe("mine");
    }

    [Fact]
    public void FileWithoutDates_SaysWhatIsMissing() => Propose(Write("a.csv", ["Ref,Kind", "1,x", "2,y"])).Problems.ShouldHaveSingleItem().ShouldContain("holds dates");

    [Fact]
    public void ColumnNamesFullOfSyntax_AreOnlyNames()
    {
        ProfileProposal proposal = Propose(Write("a.csv", ["\"Ref: #1, [x]\",\"Received \"\"on\"\"\"", .. Enumerable.Range(1, 20).Select(number => $"{number},01/01/2025")]));

        Load(proposal).Columns[ImportField.Reference].Columns.ShouldBe(["Ref: #1, [x]"]);
    }

    [Fact]
    public void Workbook_IsProposedFromItsDates()
    {
        string path = Path.Combine(folder.FullName, "a.xlsx");
        new WorkbookWriter().Sheet("Data", [["My list"], ["Ref", "Received", "Story"], .. Enumerable.Range(1, 30).Select(number => new object?[] { $"W{number}", new DateOnly(2025, 1, number), $"The story of complaint {number}, which is a long one about a pump and a keeper" })]).Save(path);

        ProfileProposal proposal = Propose(path);

        Field(proposal, "Received").ShouldBe(ImportField.ReceivedOn);
        Preview(proposal, "a.xlsx").First[0].Complaint.ReceivedOn.ShouldBe(new DateOnly(2025, 1, 1));
    }

    [SharedDataFact("nhs-feedback-test.csv.gz")]
    public void PatientFeedback_GetsItsLabels()
    {
        ProposedColumn labels = Column(Propose(SharedData.PathOf("nhs-feedback-test.csv.gz")), "labels");

        labels.Field.ShouldBe(ImportField.Theme);
        labels.Separator.ShouldBe(";");
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static ProfileProposal Propose(string path, ProposalChoices? choices = null) => new ProfileProposer(Data).Propose(path, choices ?? new ProposalChoices());

    private static ProposedColumn Column(ProfileProposal proposal, string name) => proposal.Columns.Single(column => column.Column == name);

    private static ImportField? Field(ProfileProposal proposal, string name) => Column(proposal, name).Field;

    private string Write(string name, IEnumerable<string> lines)
    {
        string path = Path.Combine(folder.FullName, name);
        File.WriteAllLines(path, lines);
        return path;
    }

    private ImportProfile Load(ProfileProposal proposal)
    {
        string path = Path.Combine(folder.FullName, "proposal.yaml");
        File.WriteAllText(path, ProposalYaml.Write(proposal));
        return Data.LoadProfile(path);
    }

    private PreviewReport Preview(ProfileProposal proposal, string file) => new ImportPreview(Data).Run(Path.Combine(folder.FullName, file), Load(proposal), shownRows: 20, CancellationToken.None);
}
