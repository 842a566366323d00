using System.Text.Json;
using Ingest.Redaction;
using Insights;
using Shouldly;
using Xunit;

namespace Ingest.Tests.Redaction;

public sealed class RedactionRunTests(RedactorFixture fixture) : IClassFixture<RedactorFixture>, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("redaction-run");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void CsvFile_BecomesJsonLinesWithOffsetsIntoTheInput()
    {
        const string Text = "Ring me, 😀, on 07700 900 561.";
        string output = Run($"id,text\n7,\"{Text}\"\n8,Nothing here.\n");

        JsonElement[] lines = File.ReadAllLines(output).Select(line => JsonDocument.Parse(line).RootElement).ToArray();

        lines.Length.ShouldBe(2);
        lines[0].GetProperty("id").GetString().ShouldBe("7");
        lines[0].GetProperty("text").GetString().ShouldBe("Ring me, 😀, on [phone 1].");
        JsonElement span = lines[0].GetProperty("spans")[0];
        Text[span.GetProperty("start").GetInt32()..span.GetProperty("end").GetInt32()].ShouldBe("07700 900 561");
        span.GetProperty("type").GetString().ShouldBe("PHONE");
        lines[1].GetProperty("spans").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public void FileWithoutTextColumn_IsRefusedAndLeavesNoOutput()
    {
        Should.Throw<InputErrorException>(() => Run("id,body\n7,Hello\n")).Message.ShouldContain("\"text\"");

        File.Exists(Path.Combine(folder.FullName, "out.jsonl")).ShouldBeFalse();
    }

    private string Run(string content)
    {
        string input = Path.Combine(folder.FullName, "in.csv");
        string output = Path.Combine(folder.FullName, "out.jsonl");
        File.WriteAllText(input, content);
        new RedactionRun(fixture.Redactor).Run(input, output, "id", "text", progress: null, CancellationToken.None);
        return output;
    }
}
