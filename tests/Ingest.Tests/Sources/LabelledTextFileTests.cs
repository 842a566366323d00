using Ingest.Sources;
using Insights;
using Shouldly;
using Xunit;

namespace Ingest.Tests.Sources;

public sealed class LabelledTextFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("labelled");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Rows_KnowTheirPlaceInTheFileThoughOthersArePassedOver()
    {
        string file = Write("text,kind\nthe fee was wrong,money\n,money\nno label here,\nhe shouted,manners\n");

        LabelledTextFile read = LabelledTextFile.Read(file, ["text"], "kind", null);

        read.Rows.Select(row => (row.Place, row.Labels[0])).ShouldBe([("1", "money"), ("4", "manners")]);
        (read.RowsRead, read.RowsWithoutText, read.RowsWithoutLabel).ShouldBe((4, 1, 1));
    }

    [Fact]
    public void FileWithoutAUsableRow_SaysWhy() =>
        Should.Throw<InputErrorException>(() => LabelledTextFile.Read(Write("text,kind\n,money\nhello,\n"), ["text"], "kind", null))
            .Message.ShouldContain("none of its 2 rows can be used; 1 have no text in text, 1 no label in kind");

    private string Write(string content)
    {
        string file = Path.Combine(folder.FullName, "rows.csv");
        File.WriteAllText(file, content);
        return file;
    }
}
