using System.Text;
using Dashboard.Exports;

namespace Dashboard.Tests.Exports;

public sealed class CsvRowWriterTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+44 20", "'+44 20")]
    [InlineData("-cmd", "'-cmd")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("a=b", "a=b")]
    public void Cell_ThatASpreadsheetWouldRun_BeginsWithAnApostrophe(string text, string expected) => CsvRowWriter.Cell(text).ShouldBe(expected);

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    public void Cell_WithSeparators_IsQuoted(string text, string expected) => CsvRowWriter.Cell(text).ShouldBe(expected);

    [Fact]
    public void Cell_NegativeNumber_StaysANumber() => CsvRowWriter.Cell(-1.5).ShouldBe("-1.5");

    [Fact]
    public void Cell_Missing_IsEmpty() => CsvRowWriter.Cell(null).ShouldBe("");

    [Fact]
    public async Task Row_Written_EndsAsTheStandardSays()
    {
        using MemoryStream stream = new();
        await using (CsvRowWriter csv = new(stream))
        {
            await csv.WriteAsync(["a", new DateOnly(2025, 3, 1), 2], CancellationToken.None);
        }

        Encoding.UTF8.GetString(stream.ToArray()).ShouldBe("\uFEFFa,2025-03-01,2\r\n");
    }
}
