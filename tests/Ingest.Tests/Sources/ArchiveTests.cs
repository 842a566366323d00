using System.IO.Compression;
using System.Text;
using Ingest.DataFiles;
using Ingest.Profiles;
using Ingest.Sources;
using Ingest.Store.Writing;
using Ingest.Tests.Importing;
using Ingest.Validation;
using Shouldly;
using TestSupport.Files;
using Xunit;

namespace Ingest.Tests.Sources;

public sealed class ArchiveTests : IDisposable
{
    private const string Row = ";03/02/2025;;locks;;;;;;fine";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("insights-archive-");

    [Fact]
    public async Task ArchiveOfEveryKind_IsImportedFileByFileInOrder()
    {
        await using MadeUpBody body = MadeUpBody.Create();
        byte[] workbook = new WorkbookWriter().Sheet("Data", [.. MadeUpBody.Header.Split(';')], ["R3", new DateOnly(2025, 2, 3), null, "locks"]).ToArray();
        File.WriteAllBytes(body.PathOf("in.zip"), Zip(
            ("b/second.csv", Encoding.UTF8.GetBytes($"{MadeUpBody.Header}\nR2{Row}\n")),
            ("a/first.csv", Encoding.UTF8.GetBytes($"{MadeUpBody.Header}\nR1{Row}\n")),
            ("b/third.xlsx", workbook),
            ("c/fourth.csv.gz", Gzip(Encoding.UTF8.GetBytes($"{MadeUpBody.Header}\nR4{Row}\n"))),
            ("d/picture.png", [0x89, 0x50, 0x4E, 0x47, 0, 0]),
            ("__MACOSX/a/._first.csv", [0, 5, 22, 7]),
            (".DS_Store", [0, 0, 0, 1])));

        ImportReport report = await body.ImportAsync(body.PathOf("in.zip"));

        report.Files.Select(file => file.FileName[(file.FileName.IndexOf(".zip/", StringComparison.Ordinal) + 5)..]).ShouldBe(["a/first.csv", "b/second.csv", "b/third.xlsx", "c/fourth.csv.gz"]);
        report.Total.ShouldBe(new ImportCounts(4, 0, 0, 0));
        report.Failures.ShouldHaveSingleItem().ShouldContain("d/picture.png is a PNG picture");
        (await body.ImportAsync(body.PathOf("in.zip"))).Total.ShouldBe(new ImportCounts(0, 4, 0, 0));
    }

    [Fact]
    public void ArchiveInAnArchive_IsNamedAndTheOthersAreRead() =>
        Failures(Zip(("in.zip", Zip(("a.csv", "Id\n1\n"u8.ToArray()))), ("b.csv", "Id\n1\n"u8.ToArray()))).ShouldHaveSingleItem().ShouldContain("in.zip is an archive within an archive");

    /// <summary>.NET compares no checksums: the flipped bit would be another reference, and the import would say that all was well.</summary>
    [Fact]
    public async Task EntryWithAFlippedBit_IsRefusedBeforeAnythingIsStored()
    {
        await using MadeUpBody body = MadeUpBody.Create();
        byte[] packed = Zip(CompressionLevel.NoCompression, ("a.csv", Encoding.UTF8.GetBytes($"{MadeUpBody.Header}\nR1{Row}\n")));
        packed[packed.AsSpan().IndexOf("R1"u8) + 1] ^= 2;
        File.WriteAllBytes(body.PathOf("in.zip"), packed);

        ImportReport report = await body.ImportAsync(body.PathOf("in.zip"));

        report.Files.ShouldBeEmpty();
        report.Failures.ShouldHaveSingleItem().ShouldContain("a.csv is damaged");
        File.Exists(body.Store.Options.DatabaseFile).ShouldBeFalse();
    }

    [Fact]
    public void EmptyArchive_SaysSo() => Failures(Zip()).ShouldHaveSingleItem().ShouldContain("holds no file");

    [Fact]
    public void BombInAnArchive_IsRefusedBeforeItUnfolds() =>
        Failures(Zip(("bomb.csv", new byte[80 * 1024 * 1024]))).ShouldHaveSingleItem().ShouldContain("bomb.csv unfolds to 83,886,080 bytes");

    [Fact]
    public void BombInAWorkbook_IsRefusedBeforeItUnfolds() =>
        Failures(Zip(("xl/workbook.xml", [1]), ("xl/worksheets/sheet1.xml", new byte[80 * 1024 * 1024]))).ShouldHaveSingleItem().ShouldContain("sheet1.xml unfolds to");

    [Fact]
    public void EntryThatHidesItsSize_GivesNoMoreThanItDeclares()
    {
        byte[] zip = Zip(("a.csv", Encoding.ASCII.GetBytes("Id,Text\n" + string.Concat(Enumerable.Repeat("1,aaaaaaaaaaaaa\n", 10_000)))));

        // The uncompressed size stands at offset 24 of the central directory's entry (APPNOTE.TXT 4.3.12).
        int directory = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(zip.AsSpan(directory + 24), 100);

        SourcePart part = Parts(zip).Single();
        if (part.File is { } file)
        {
            using StreamReader reader = new(file.Open());
            reader.ReadToEnd().Length.ShouldBeLessThanOrEqualTo(100);
        }
    }

    [Fact]
    public void TooManyEntries_AreRefused() =>
        Failures(Zip([.. Enumerable.Range(0, ImportLimits.ArchiveEntries + 1).Select(number => ($"{number}.csv", Array.Empty<byte>()))])).ShouldHaveSingleItem().ShouldContain("10,001 entries");

    [Theory]
    [InlineData("word/document.xml", "Word document")]
    [InlineData("content.xml", "OpenDocument")]
    [InlineData("xl/workbook.bin", "XLSB")]
    public void PackageOfAnotherKind_IsSaidToBeWhatItIs(string entry, string expected) => Failures(Zip((entry, [1]))).ShouldHaveSingleItem().ShouldContain(expected);

    [Fact]
    public void DamagedArchives_AreSentencesAndNeverACrash()
    {
        byte[] whole = Zip(("a.csv", "Id,Text\n1,a\n"u8.ToArray()), ("b.jsonl", "{\"Id\":1}\n"u8.ToArray()));
        Random random = new(20_261_128);
        for (int round = 0; round < 500; round++)
        {
            byte[] damaged = whole[..(round % 3 == 0 ? random.Next(1, whole.Length) : whole.Length)];
            for (int change = random.Next(1, 12); change > 0; change--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            foreach (SourcePart part in Parts(damaged))
            {
                (part.File is null).ShouldBe(part.Failure is not null);
                Read(part);
            }
        }
    }

    [Fact]
    public void GzipInGzip_IsNamed() => Failures(Gzip(Gzip("Id\n1\n"u8.ToArray()))).ShouldHaveSingleItem().ShouldContain("gzip file within a gzip file");

    [Fact]
    public void Folder_IsReadRecursivelyInOrdinalOrderWithoutLeftovers()
    {
        Directory.CreateDirectory(Path.Combine(folder.FullName, "in", "Z"));
        foreach (string name in (ReadOnlySpan<string>)["in/b.csv", "in/B.csv", "in/Z/a.csv", "in/~$b.xlsx", "in/Thumbs.db"])
        {
            File.WriteAllText(Path.Combine(folder.FullName, name), "Id\n1\n");
        }

        SourceFiles.Find([Path.Combine(folder.FullName, "in")]).Select(file => Path.GetRelativePath(folder.FullName, file)).ShouldBe(["in/B.csv", "in/Z/a.csv", "in/b.csv"]);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static void Read(SourcePart part)
    {
        try
        {
            if (part.File is { } file)
            {
                using IRecordSource source = RecordSources.Open(file, new FileFormat());
                source.Records().Count().ShouldBeLessThan(100);
            }
        }
        catch (Insights.InputErrorException problem)
        {
            problem.Message.ShouldNotBeNullOrEmpty();
        }
    }

    private List<string> Failures(byte[] content) => [.. Parts(content).Select(part => part.Failure).OfType<string>()];

    private IEnumerable<SourcePart> Parts(byte[] content)
    {
        string path = Path.Combine(folder.FullName, "in");
        File.WriteAllBytes(path, content);
        return SourceParts.Of([path], DataFolder.Find().LoadProfile("nhs-feedback"));
    }

    private static byte[] Zip(params IEnumerable<(string Name, byte[] Content)> entries) => Zip(CompressionLevel.Optimal, entries);

    private static byte[] Zip(CompressionLevel level, params IEnumerable<(string Name, byte[] Content)> entries)
    {
        using MemoryStream packed = new();
        using (ZipArchive zip = new(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in entries)
            {
                using Stream entry = zip.CreateEntry(name, level).Open();
                entry.Write(content);
            }
        }

        return packed.ToArray();
    }

    private static byte[] Gzip(byte[] content)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionMode.Compress))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }
}
