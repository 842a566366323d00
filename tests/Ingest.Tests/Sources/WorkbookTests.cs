using Ingest.Profiles;
using Ingest.Sources;
using Ingest.Validation;
using Insights;
using Shouldly;
using TestSupport.Files;
using Xunit;

namespace Ingest.Tests.Sources;

public sealed class WorkbookTests : IDisposable
{
    private static readonly object?[] Header = ["Id", "Text"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("insights-workbook-");

    /// <summary>The same workbook, written by SheetJS in both formats: a title above the header, an empty row, typed cells, a sheet of notes.</summary>
    [Theory]
    [InlineData("river-trust.xls")]
    [InlineData("river-trust.xlsx")]
    public void Cells_AreReadAsPeopleSeeThem(string name)
    {
        using IRecordSource source = Open(Path.Combine(AppContext.BaseDirectory, "Sources", "Workbooks", name));

        source.Columns.ShouldBe(["Ref", "Opened", "Answered", "Kind", "Subjects", "Bridge", "Boats", "Outcome", "Paid", "Story"]);
        SourceRecord[] records = [.. source.Records()];
        records.Select(record => record.LineNumber).ShouldBe([4L, 6L], "the numbers of the rows in the spreadsheet");
        records[0].Cells.ShouldBe(["00007", "2025-02-03", "2025-02-10", "locks", "noise|litter", "Old Bridge", "40", "Yes", "£1250.50", "The pump went on all night.\nNobody slept."]);
        records[1].Cells.ShouldBe(["R-2", "04/02/2025", null, "Moorings", null, null, null, null, null, "Café “Zürich”"]);
    }

    [Theory]
    [InlineData(7.0, "00000", "00007")]
    [InlineData(7.0, "\"CMS-\"00000", "CMS-00007")]
    [InlineData(123456789012d, "General", "123456789012")]
    [InlineData(0.1 + 0.2, "General", "0.3")]
    [InlineData(1250.5, "[$£-809]#,##0.00;[Red]-#,##0.00", "1250.50")]
    [InlineData(0.125, "0.0%", "12.5%")]
    [InlineData(3.0, "0", "3")]
    [InlineData(2.75, "#,##0", "3")]
    [InlineData(12.0, "0\" days\"", "12 days")]
    [InlineData(1e21, "General", "1E+21")]
    public void Number_IsWrittenByItsFormat(double number, string format, string expected) => WorkbookCell.Text(number, format).ShouldBe(expected);

    [Fact]
    public void SheetOfTheProfile_IsFoundAmongOthersByItsColumns()
    {
        string path = Save("a.xlsx", new WorkbookWriter().Sheet("Notes", ["Read me"], ["Nothing here"]).HiddenSheet("Old", Header, ["0", "old"]).Sheet("Data", Header, ["1", "a"]));

        Parts(path).Single().File!.Sheet.ShouldBeNull();
        using IRecordSource source = RecordSources.Open(SourceFile.At(path), Profile());
        source.Records().Select(record => string.Join('|', record.Cells)).ShouldBe(["1|a"]);
    }

    [Fact]
    public void SeveralFittingSheets_AreSourcesOfTheirOwn()
    {
        string path = Save("a.xlsx", new WorkbookWriter().Sheet("2024", Header, ["1", "a"]).Sheet("2025", Header, ["2", "b"]));

        SourceFile[] files = [.. Parts(path).Select(part => part.File!)];

        files.Select(file => file.ShortName).ShouldBe(["a.xlsx/2024", "a.xlsx/2025"]);
        files.Select(file => file.ComputeHash()).Distinct().Count().ShouldBe(2);
        files.Select(file => Read(file).Single()).ShouldBe(["1|a", "2|b"]);
    }

    [Fact]
    public void SheetNamedByTheProfile_IsTaken()
    {
        string path = Save("a.xlsx", new WorkbookWriter().Sheet("One", Header, ["1", "a"]).Sheet("Two", Header, ["2", "b"]));

        using IRecordSource source = RecordSources.Open(SourceFile.At(path), new FileFormat { Sheet = "two" });

        source.Records().Single().Cells[0].ShouldBe("2");
        Should.Throw<InputErrorException>(() => RecordSources.Open(SourceFile.At(path), new FileFormat { Sheet = "Three" })).Message.ShouldContain("One, Two");
    }

    [Fact]
    public void ValueBesideTheTable_IsABadRow()
    {
        using IRecordSource source = Open(Save("a.xlsx", new WorkbookWriter().Sheet("Data", Header, ["1", "a"], ["2", "b", null, "see Kim"])));

        SourceRecord[] records = [.. source.Records()];

        records[0].Issue.ShouldBeNull();
        records[1].Issue!.Found.ShouldBe("a value in column 4");
    }

    [Fact]
    public void Date_IsReadWhateverTheFormatsOfTheProfile()
    {
        using IRecordSource source = Open(Save("a.xlsx", new WorkbookWriter().Sheet("Data", Header, [new DateOnly(2025, 2, 3), 1.5])));

        source.HasTypedDates.ShouldBeTrue();
        source.Records().Single().Cells.ShouldBe(["2025-02-03", "1.5"]);
    }

    [Fact]
    public void NumberInAColumnOfDates_IsTheDayItStandsFor()
    {
        string path = Save("a.xlsx", new WorkbookWriter().Sheet("Data", ["Id", "Opened"], ["R-1", 45691], ["R-2", 45691.75], ["R-3", 12]));
        ImportProfile profile = Profile() with { Columns = new Dictionary<ImportField, FieldMapping> { [ImportField.Reference] = new() { Columns = ["Id"] }, [ImportField.ReceivedOn] = new() { Columns = ["Opened"] } } };
        using IRecordSource source = RecordSources.Open(SourceFile.At(path), profile);
        RowValidator validator = new(profile, ColumnBinding.Bind(profile, source, path));

        source.Records().Select(record => validator.Validate(record).Complaint?.Row.ReceivedOn).ShouldBe([new DateOnly(2025, 2, 3), new DateOnly(2025, 2, 3), null]);
    }

    [Fact]
    public void LongReference_KeepsItsLastDigits()
    {
        using IRecordSource source = Open(Save("a.xlsx", new WorkbookWriter().Sheet("Data", Header, [1234567890123456L, "a"], [1234567890123457L, "b"])));

        source.Records().Select(record => record.Cells[0]).ShouldBe(["1234567890123456", "1234567890123457"]);
    }

    [Fact]
    public void HeaderInMergedCellsOverTwoRows_IsReadAsOne()
    {
        using IRecordSource source = RecordSources.Open(
            SourceFile.At(Save("a.xlsx", new WorkbookWriter().Sheet("Data", ["Complaints, first quarter"], ["Id", "Handling", null, null], [null, "Stage", "Text", "Days"], ["1", "One", "a", 3]))), Profile());

        source.Columns.ShouldBe(["Id", "Stage", "Text", "Days"]);
        source.Records().Single().Cells.ShouldBe(["1", "One", "a", "3"]);
    }

    [Fact]
    public void EmptyWorkbook_IsRefusedWithASentence() =>
        Should.Throw<InputErrorException>(() => Open(Save("a.xlsx", new WorkbookWriter().Sheet("Data")))).Message.ShouldContain("no rows");

    [Theory]
    [InlineData("river-trust.xls")]
    [InlineData("river-trust.xlsx")]
    public void DamagedWorkbook_IsASentenceAndNeverACrash(string name)
    {
        byte[] whole = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Sources", "Workbooks", name));
        Random random = new(20_261_128);
        for (int round = 0; round < 300; round++)
        {
            byte[] damaged = whole[..(round % 3 == 0 ? random.Next(1, whole.Length) : whole.Length)];
            for (int change = random.Next(1, 20); change > 0; change--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            string path = Path.Combine(folder.FullName, "damaged");
            File.WriteAllBytes(path, damaged);
            try
            {
                using IRecordSource source = RecordSources.Open(SourceFile.At(path), new FileFormat());
                source.Records().Take(1000).Count().ShouldBeLessThan(1000);
            }
            catch (InputErrorException problem)
            {
                problem.Message.ShouldContain("damaged");
            }
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static IRecordSource Open(string path) => RecordSources.Open(SourceFile.At(path), new FileFormat());

    private static IEnumerable<SourcePart> Parts(string path) => SourceParts.Of([path], Profile());

    private static List<string> Read(SourceFile file)
    {
        using IRecordSource source = RecordSources.Open(file, Profile());
        return [.. source.Records().Select(record => string.Join('|', record.Cells))];
    }

    private static ImportProfile Profile() => Ingest.DataFiles.DataFolder.Find().LoadProfile("nhs-feedback") with
    {
        Columns = new Dictionary<ImportField, FieldMapping> { [ImportField.Reference] = new() { Columns = ["Id"] }, [ImportField.Text] = new() { Columns = ["text"] } },
    };

    private string Save(string name, WorkbookWriter workbook)
    {
        string path = Path.Combine(folder.FullName, name);
        workbook.Save(path);
        return path;
    }
}
