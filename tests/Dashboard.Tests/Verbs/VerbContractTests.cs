using System.Globalization;
using System.Text.Json;
using Ingest.DataFiles;
using Microsoft.Data.Sqlite;

namespace Dashboard.Tests.Verbs;

/// <summary>What scripts of others rely on to the letter: the keys and columns each verb writes, one JSON object and nothing else on standard output, exit codes.</summary>
public sealed class VerbContractTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("insights-verbs");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("demo")]
    [InlineData("import")]
    [InlineData("analyse")]
    [InlineData("classify")]
    [InlineData("redact")]
    [InlineData("train")]
    [InlineData("evaluate")]
    [InlineData("detect")]
    [InlineData("backtest")]
    public async Task Help_IsThereForEveryVerb(string verb)
    {
        VerbProcess help = await VerbProcess.RunAsync(verb, "--help");

        help.ExitCode.ShouldBe(0);
        help.Output.ShouldContain($"insights {verb}");
    }

    [Theory]
    [InlineData(2, "bogus")]
    [InlineData(2, "classify", "--out", "coded.jsonl")]
    [InlineData(2, "detect", "--in", "counts.csv", "--out", "judged.csv", "--alpha", "often")]
    [InlineData(2, "backtest")]
    [InlineData(1, "backtest", "--in", "no-such-file.csv")]
    [InlineData(1, "detect", "--in", "no-such-file.csv", "--out", "judged.csv", "--json")]
    [InlineData(1, "classify", "--in", "no-such-file.csv", "--out", "coded.jsonl", "--json")]
    [InlineData(1, "import", "no-such-file.csv", "--profile", "home-office-sample", "--json")]
    public async Task Misuse_HasItsExitCodeAndASentence_AndPrintsNothingElse(int exitCode, params string[] arguments)
    {
        VerbProcess run = await VerbProcess.RunAsync(arguments);

        run.ExitCode.ShouldBe(exitCode);
        run.Output.ShouldBeEmpty();
        run.Errors.ShouldNotContain("   at ");
        run.Errors.ShouldContain(exitCode == 1 ? "no-such-file.csv" : "--help");
    }

    [Theory]
    [InlineData("classify", "", "in.csv is empty")]
    [InlineData("redact", "id,text\n1,fine\n2,\0\u0001", "in.csv")]
    [InlineData("detect", "series,period,count\nA,2024-01-01,many\n", "line 2")]
    public async Task FailedRun_LeavesTheFileThatWasThere_AndNothingBesideIt(string verb, string content, string expected)
    {
        string input = Path.Combine(folder.FullName, "in.csv");
        string output = Path.Combine(folder.FullName, "out.txt");
        await File.WriteAllTextAsync(input, content);
        await File.WriteAllTextAsync(output, "of the last run");

        VerbProcess run = await VerbProcess.RunAsync(verb, "--in", input, "--out", output);

        (run.ExitCode, run.Output).ShouldBe((1, ""));
        run.Errors.ShouldContain(expected);
        (await File.ReadAllTextAsync(output)).ShouldBe("of the last run");
        folder.EnumerateFiles().Select(file => file.Name).Order(StringComparer.Ordinal).ShouldBe(["in.csv", "out.txt"]);
    }

    [Theory]
    [InlineData("classify", "id,text\n1,fine\n")]
    [InlineData("redact", "id,text\n1,fine\n")]
    [InlineData("detect", "series,period,count\nA,2024-01-01,3\nA,2024-01-08,4\n")]
    public async Task OutputIntoAFolderThatIsNotThere_IsSaidInASentence(string verb, string content)
    {
        string input = Path.Combine(folder.FullName, "in.csv");
        await File.WriteAllTextAsync(input, content);

        VerbProcess run = await VerbProcess.RunAsync(verb, "--in", input, "--out", Path.Combine(folder.FullName, "nowhere", "out.txt"));

        (run.ExitCode, run.Output).ShouldBe((1, ""));
        run.Errors.ShouldContain("there is no folder");
        run.Errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task ImportThenAnalyse_WriteTheirKeys()
    {
        string database = Path.Combine(folder.FullName, "office.db");
        string sample = Path.Combine(DataFolder.Find().Path, "..", "samples", "complaints.csv");

        JsonElement import = await ObjectAsync("import", sample, "--profile", "home-office-sample", "--database", database, "--json");
        JsonElement analysis = await ObjectAsync("analyse", "--database", database, "--as-of", "2025-12-31", "--json");

        Keys(import).ShouldBe(["read", "accepted", "duplicates", "updated", "quarantined", "seconds", "rowsPerSecond"], ignoreOrder: true);
        Count(import, "read").ShouldBe(Count(import, "accepted") + Count(import, "duplicates") + Count(import, "updated") + Count(import, "quarantined"));
        Keys(analysis).ShouldBe(["asOf", "series", "notAssessed", "signals"], ignoreOrder: true);
        analysis.GetProperty("asOf").GetString().ShouldBe("2025-12-31");
        JsonElement signal = analysis.GetProperty("signals").EnumerateArray().First();
        Keys(signal).ShouldBe(["rank", "title", "facets", "period", "observed", "expected", "upper", "pValue", "state", "artefact", "sentence"], ignoreOrder: true);
    }

    [Fact]
    public async Task Classify_WritesItsKeys_WithEvidenceInsideTheText()
    {
        const string Text = "You lost my passport. I have chased the decision on my visa for eleven months and nobody answers.";
        string input = WriteLines("letters.csv", "id,text", $"7,\"{Text}\"");
        string output = Path.Combine(folder.FullName, "coded.jsonl");

        await ObjectAsync("classify", "--in", input, "--out", output, "--json");

        JsonElement line = Lines(output).ShouldHaveSingleItem();
        Keys(line).ShouldBe(["id", "businessArea", "themes", "complaintType", "remit", "needsReview"], ignoreOrder: true);
        Keys(line.GetProperty("businessArea")).ShouldBe(["code", "probability"], ignoreOrder: true);
        JsonElement[] themes = [.. line.GetProperty("themes").EnumerateArray()];
        themes.ShouldNotBeEmpty();
        foreach (JsonElement evidence in themes.SelectMany(theme => theme.GetProperty("evidence").EnumerateArray()))
        {
            Keys(evidence).ShouldBe(["start", "end"], ignoreOrder: true);
            Count(evidence, "end").ShouldBeInRange(Count(evidence, "start") + 1, Text.Length);
        }

        (line.GetProperty("complaintType").ValueKind, line.GetProperty("remit").ValueKind).ShouldBe((JsonValueKind.String, JsonValueKind.String));
    }

    [Fact]
    public async Task Redact_WritesItsKeys_WithOffsetsInUtf16UnitsOfTheInput()
    {
        const string Text = "😀 Ring me on 07700 900123 please";
        string input = WriteLines("letters.jsonl", JsonSerializer.Serialize(new { id = "x", text = Text }));
        string output = Path.Combine(folder.FullName, "redacted.jsonl");

        await ObjectAsync("redact", "--in", input, "--out", output, "--json");

        JsonElement line = Lines(output).ShouldHaveSingleItem();
        Keys(line).ShouldBe(["id", "text", "spans"], ignoreOrder: true);
        JsonElement span = line.GetProperty("spans").EnumerateArray().ShouldHaveSingleItem();
        Keys(span).ShouldBe(["start", "end", "type"], ignoreOrder: true);
        Text[Count(span, "start")..Count(span, "end")].ShouldBe("07700 900123");
        line.GetProperty("text").GetString()!.ShouldNotContain("900123");
    }

    [Fact]
    public async Task TrainThenEvaluate_WriteAModelFolderAndTheirKeys()
    {
        string data = WriteLines("rows.csv", ["text,label", .. Enumerable.Range(0, 60).Select(row => row % 2 == 0 ? $"the parcel number {row} came late,late" : $"the parcel number {row} was broken,broken")]);
        string model = Path.Combine(folder.FullName, "model");

        JsonElement training = await ObjectAsync("train", "--data", data, "--text", "text", "--label", "label", "--out", model, "--json");
        JsonElement evaluation = await ObjectAsync("evaluate", "--model", model, "--data", data, "--text", "text", "--label", "label", "--json");

        Count(training, "rows").ShouldBe(60);
        File.Exists(Path.Combine(model, "metrics.json")).ShouldBeTrue();
        File.Exists(Path.Combine(model, "model-card.md")).ShouldBeTrue();
        Keys(evaluation).ShouldBe(["accuracy", "macroF1", "microF1", "exactMatch", "ece", "documentsPerSecond", "classes"], ignoreOrder: true);
        evaluation.GetProperty("accuracy").GetDouble().ShouldBe(1);
        Keys(evaluation.GetProperty("classes").EnumerateArray().First()).ShouldBe(["code", "precision", "recall", "f1", "support"], ignoreOrder: true);
    }

    [Fact]
    public async Task Backtest_OfOnesOwnCounts_PutsOutbreaksIn_AndStandsBesideTheReferenceMethod()
    {
        string input = WriteLines("counts.csv", ["series,period,count", .. Enumerable.Range(1, 212).Select(week => $"a,{week},{3 + (week * 7 % 5)}")]);

        JsonElement done = await ObjectAsync("backtest", "--in", input, "--seed", "5", "--json");

        Keys(done).ShouldBe(["alpha", "seed", "stretches", "rows"], ignoreOrder: true);
        Count(done, "stretches").ShouldBe(1);
        JsonElement[] all = [.. done.GetProperty("rows").EnumerateArray().Where(row => row.GetProperty("group").GetString() == "all")];
        all.Select(row => row.GetProperty("method").GetString()).ShouldContain("Farrington flexible 0.01");
        all.Single(row => row.GetProperty("method").GetString() == "insights 0.01").GetProperty("probabilityOfDetection").GetDouble().ShouldBeGreaterThan(0.3);
        all.ShouldAllBe(row => Count(row, "outbreaks") == 10);
    }

    [Fact]
    public async Task Detect_WritesItsColumns_FromTheFirstPeriodAskedFor()
    {
        string input = WriteLines("counts.csv", ["series,period,count", .. Enumerable.Range(1, 120).Select(week => $"a,{week},{(week == 120 ? 40 : 3 + (week % 3))}")]);
        string output = Path.Combine(folder.FullName, "judged.csv");

        JsonElement done = await ObjectAsync("detect", "--in", input, "--out", output, "--from", "119", "--json");

        string[] lines = await File.ReadAllLinesAsync(output);
        lines[0].ShouldBe("series,period,count,expected,upper,pValue,alarm,method,reason");
        lines.Skip(1).Select(line => line.Split(',')[6]).ShouldBe(["false", "true"]);
        Count(done, "alarms").ShouldBe(1);
    }

    private static async Task<JsonElement> ObjectAsync(params string[] arguments)
    {
        VerbProcess run = await VerbProcess.RunAsync(arguments);
        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.TrimEnd('\n').ShouldNotContain("\n");
        using JsonDocument document = JsonDocument.Parse(run.Output);
        return document.RootElement.Clone();
    }

    private string WriteLines(string name, params string[] lines)
    {
        string file = Path.Combine(folder.FullName, name);
        File.WriteAllLines(file, lines);
        return file;
    }

    private static JsonElement[] Lines(string file) => [.. File.ReadAllLines(file).Select(line => JsonDocument.Parse(line).RootElement)];

    private static string[] Keys(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];

    private static int Count(JsonElement element, string key) => int.Parse(element.GetProperty(key).GetRawText(), CultureInfo.InvariantCulture);
}
