using System.IO.Compression;
using System.Text;
using Ingest.Profiles;
using Ingest.Sources;
using Insights;
using Shouldly;
using Xunit;

namespace Ingest.Tests.Sources;

public sealed class RecordSourceTests : IDisposable
{
    private static readonly string[] Expected = ["1|Café – “Brücke” £5", "2|line one\nline two", "3|"];

    private const string Csv = "Id,Text\r\n1,Café – “Brücke” £5\r\n\r\n2,\"line one\nline two\"\r\n,\r\n3,\r\n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("insights-source-");

    public static TheoryData<string> Encodings => ["utf-8", "utf-8-bom", "utf-16", "utf-16-no-bom", "utf-16-be", "windows-1252"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void EncodingsOfExcelUsers_AreDetected(string name) => Read(Encode(Csv, name)).ShouldBe(Expected);

    [Fact]
    public void SingleWesternByteFarIntoTheFile_IsReadRightly()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("Id,Text\n" + string.Concat(Enumerable.Repeat("1,é\n", 100_000)) + "2,caf"), 0xE9, (byte)'\n'];

        string[] read = Read(bytes);

        read.Length.ShouldBe(100_001);
        read[0].ShouldBe("1|é");
        read[^1].ShouldBe("2|café");
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void Delimiter_IsDetected(char delimiter) =>
        Read(Encoding.UTF8.GetBytes($"Id{delimiter}Text\n1{delimiter}a\n")).ShouldBe(["1|a"]);

    [Fact]
    public void CompressedFile_IsDetectedByItsContent()
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionMode.Compress))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Csv));
        }

        Read(packed.ToArray(), "plain.csv").ShouldBe(Expected);
    }

    [Fact]
    public void CompressedBomb_IsRefusedBeforeItUnfolds()
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal))
        {
            gzip.Write("Id,Text\n"u8);
            byte[] zeros = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("1,aaaaaaaaaaaaa\n", 65_536)));
            for (int megabyte = 0; megabyte < 100; megabyte++)
            {
                gzip.Write(zeros);
            }
        }

        Should.Throw<InputErrorException>(() => Read(packed.ToArray())).Message.ShouldContain("unfolds");
    }

    [Theory]
    [InlineData("[{\"Id\":1,\"Text\":\"a\"},{\"Id\":\"2\"}]")]
    [InlineData("{\"Id\":1,\"Text\":\"a\"}\n{\"Id\":\"2\"}\n")]
    [InlineData("{\n\"Id\":1,\n\"Text\":\"a\"}\n{\n\"Id\":\"2\"}\n")]
    [InlineData("{\"made\":\"2025\",\"records\":[{\"Id\":1,\"Text\":\"a\"},{\"Id\":\"2\"}]}")]
    [InlineData("{\"made\":\"2025\",\n\"records\":[{\"Id\":1,\"Text\":\"a\"},{\"Id\":\"2\",\"Text\":null}]}")]
    public void Json_IsReadInEachOfItsForms(string json) => Read(Encoding.UTF8.GetBytes(json)).ShouldBe(["1|a", "2|"]);

    [Theory]
    [MemberData(nameof(Encodings))]
    public void JsonInEncodingsOfWindows_IsReadInFull(string encoding)
    {
        Read(Encode("[{\"Id\":1,\"Text\":\"Café – £5\"},\n{\"Id\":2}]", encoding), "a.json").ShouldBe(["1|Café – £5", "2|"]);
        Read(Encode("{\"Id\":1,\"Text\":\"Café – £5\"}\r\n{\"Id\":2}\r\n", encoding), "a.jsonl").ShouldBe(["1|Café – £5", "2|"]);
    }

    [Fact]
    public void BreakInAJsonList_CostsOnlyWhatComesAfterIt()
    {
        File.WriteAllText(PathOf("a.json"), "[{\"Id\":1},{\"Id\":2},\n{\"Id\":3 \"oops\"},{\"Id\":4}]");
        using IRecordSource source = RecordSources.Open(SourceFile.At(PathOf("a.json")), new FileFormat());
        List<string?> read = [];

        string message = Should.Throw<InputErrorException>(() => read.AddRange(source.Records().Select(record => record.Cells[0]))).Message;

        read.ShouldBe(["1", "2"]);
        message.ShouldContain("line 2, character 9");
        message.ShouldContain("record 3");
    }

    [Theory]
    [InlineData("Complaints,\r\nRun on 1 May,\r\n,\r\nId,Text\r\n")]
    [InlineData("Complaints\r\n\r\nId,Text\r\n")]
    [InlineData("sep=,\r\nId,Text\r\n")]
    public void LinesAboveTheHeader_ArePassedOver(string top)
    {
        File.WriteAllText(PathOf("a.csv"), top + "1,\"a\r\nb\"\r\n2,c\r\n3,d\r\n");
        using IRecordSource source = RecordSources.Open(SourceFile.At(PathOf("a.csv")), new FileFormat());

        source.Columns.ShouldBe(["Id", "Text"]);
        source.Records().Select(record => record.Cells[0]).ShouldBe(["1", "2", "3"]);
        source.HeaderLine.ShouldBe(top.Count(character => character == '\n'));
    }

    [Fact]
    public void HeaderInTwoRowsOfMergedCells_IsReadAsOne()
    {
        File.WriteAllText(PathOf("a.csv"), "Ref,Opened,Handling,,Story\n,,Stage,Outcome,\n7,1/2/2025,One,Upheld,Long\n8,2/2/2025,Two,,Short\n");
        using IRecordSource source = RecordSources.Open(SourceFile.At(PathOf("a.csv")), new FileFormat());

        source.Columns.ShouldBe(["Ref", "Opened", "Stage", "Outcome", "Story"]);
        source.Records().Count().ShouldBe(2);
    }

    [Fact]
    public void UnclosedQuoteAmongTextsFullOfSemicolons_LeavesTheDelimiter()
    {
        IEnumerable<string> rows = Enumerable.Range(1, 20).Select(number => $"{number},2025-02-03,{(number == 3 ? "\"" : "")}Leeds,\"They said: wait; nothing; came\"");
        File.WriteAllLines(PathOf("a.csv"), rows.Prepend("Id,Day,Place,Story"));
        using IRecordSource source = RecordSources.Open(SourceFile.At(PathOf("a.csv")), new FileFormat());

        source.Columns.ShouldBe(["Id", "Day", "Place", "Story"]);
        source.Records().Count(record => record.Issue is null).ShouldBeGreaterThanOrEqualTo(18);
    }

    [Theory]
    [InlineData("<html><body><table><tr><td>Id</td></tr></table></body></html>", "web page")]
    [InlineData("<?xml version=\"1.0\"?>\n<Workbook/>", "XML")]
    public void PageThatCallsItselfAWorkbook_IsSaidToBeOne(string content, string expected)
    {
        File.WriteAllText(PathOf("a.xls"), content);

        Should.Throw<InputErrorException>(() => SourceFile.At(PathOf("a.xls"))).Message.ShouldContain(expected);
    }

    [Fact]
    public void CompressedFileThatWasCutOff_IsNotTakenForAWholeOne()
    {
        byte[] lines = Encoding.UTF8.GetBytes("Id,Text\n" + string.Concat(Enumerable.Range(1, 20_000).Select(number => FormattableString.Invariant($"{number},{number * 7919 % 10007}\n"))));
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(lines);
        }

        Read(packed.ToArray()).Length.ShouldBe(20_000);
        Should.Throw<InputErrorException>(() => Read(packed.ToArray()[..(int)(packed.Length / 2)])).Message.ShouldContain("damaged");
    }

    [Fact]
    public void NestedJson_IsReachedByDottedNames()
    {
        File.WriteAllText(PathOf("a.json"), "{\n\"complaint\":{\"id\":\"7\",\"who\":{\"name\":\"x\"},\"kinds\":[\"a\",\"b\"]}}");
        using IRecordSource source = RecordSources.Open(SourceFile.At(PathOf("a.json")), new FileFormat());

        source.Columns.ShouldBe(["complaint.id", "complaint.who.name", "complaint.kinds"]);
        source.Records().Single().Cells.ShouldBe(["7", "x", "a;b"]);
    }

    [Fact]
    public void BrokenJsonLine_IsOneBadRecord()
    {
        File.WriteAllText(PathOf("a.jsonl"), "{\"Id\":1}\n{\"Id\":2\n[1]\n{\"Id\":3}\n");
        using IRecordSource source = RecordSources.Open(SourceFile.At(PathOf("a.jsonl")), new FileFormat());

        SourceRecord[] records = [.. source.Records()];

        records.Select(record => record.Issue is null).ShouldBe([true, false, false, true]);
        records[1].LineNumber.ShouldBe(2);
    }

    /// <summary>An answer of an interface with a quarter of a gigabyte took seven times that in memory.</summary>
    [Theory]
    [InlineData("{\"made\":\"x\",\"notes\":[\"a\"],\"records\":[", ",", "],\"end\":{\"of\":[1]}}")]
    [InlineData("", "\n", "")]
    public void ObjectTooLargeToBeHeld_IsReadPieceByPiece(string before, string between, string after)
    {
        const int Records = 40;
        string text = new('a', 1_000_000);
        File.WriteAllText(PathOf("a.json"), before + string.Join(between, Enumerable.Range(1, Records).Select(number => $"{{\n\"Id\":{number},\"Text\":\"{text}\"}}")) + after);
        using IRecordSource source = RecordSources.Open(SourceFile.At(PathOf("a.json")), new FileFormat());

        source.Columns.ShouldBe(["Id", "Text"]);
        source.Records().Select(record => record.Cells[0]).ShouldBe(Enumerable.Range(1, Records).Select(number => FormattableString.Invariant($"{number}")));
    }

    [Fact]
    public void BrokenFirstJsonLine_CostsItselfOnly()
    {
        File.WriteAllText(PathOf("a.jsonl"), "{\"Id\":0,\n{\"Id\":1}\n{\"Id\":2}\n{\"Id\":3}\n");
        using IRecordSource source = RecordSources.Open(SourceFile.At(PathOf("a.jsonl")), new FileFormat());

        source.Records().Select(record => record.Issue is null).ShouldBe([false, true, true, true]);
    }

    [Fact]
    public void QuotedLineBreaks_KeepTheLineNumbersOfTheFile()
    {
        File.WriteAllText(PathOf("a.csv"), "Id,Text\n1,\"a\nb\nc\"\n2,d\n");
        using IRecordSource source = RecordSources.Open(SourceFile.At(PathOf("a.csv")), new FileFormat());

        source.Records().Select(record => record.LineNumber).ShouldBe([2L, 5L]);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static byte[] Encode(string text, string name) => name switch
    {
        "utf-8" => Encoding.UTF8.GetBytes(text),
        "utf-8-bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
        "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
        "utf-16-no-bom" => Encoding.Unicode.GetBytes(text),
        "utf-16-be" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
        _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
    };

    private string PathOf(string name) => Path.Combine(folder.FullName, name);

    private string[] Read(byte[] bytes, string name = "in.csv")
    {
        File.WriteAllBytes(PathOf(name), bytes);
        using IRecordSource source = RecordSources.Open(SourceFile.At(PathOf(name)), new FileFormat());
        source.Columns.ShouldBe(["Id", "Text"]);
        return [.. source.Records().Select(record => string.Join('|', record.Cells))];
    }
}
