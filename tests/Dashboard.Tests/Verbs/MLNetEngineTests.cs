using System.Globalization;

namespace Dashboard.Tests.Verbs;

/// <summary>The engine on ML.NET: what a build without it says, and what a build with <c>-p:WithMLNet=true</c> learns.</summary>
public sealed class MLNetEngineTests : IDisposable
{
    private const int Rows = 120;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("insights-mlnet");

    public void Dispose() => folder.Delete(recursive: true);

#if WITH_MLNET
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TrainThenEvaluate_TellsLabelsApart(bool isMultiLabel)
    {
        string data = Write(isMultiLabel);
        string model = Path.Combine(folder.FullName, "model");
        string[] multi = isMultiLabel ? ["--multi", ";"] : [];

        VerbProcess training = await VerbProcess.RunAsync(["train", "--engine", "mlnet", "--data", data, "--text", "text", "--label", "label", "--out", model, "--json", .. multi]);
        VerbProcess evaluation = await VerbProcess.RunAsync(["evaluate", "--model", model, "--data", data, "--text", "text", "--label", "label", .. multi]);

        training.ExitCode.ShouldBe(0, training.Errors);
        training.Output.ShouldStartWith($"{{\"rows\":{Rows},");
        training.Output.TrimEnd('\n').ShouldNotContain("\n");
        evaluation.ExitCode.ShouldBe(0, evaluation.Errors);
        evaluation.Output.ShouldContain("accuracy 1.0000");
    }

    [Fact]
    public async Task Train_Twice_PredictsTheSame()
    {
        string data = Write(isMultiLabel: false);
        List<string> outputs = [];
        foreach (string name in new[] { "first", "second" })
        {
            string model = Path.Combine(folder.FullName, name);
            (await VerbProcess.RunAsync("train", "--engine", "mlnet", "--data", data, "--text", "text", "--label", "label", "--out", model)).ExitCode.ShouldBe(0);
            outputs.Add(await File.ReadAllTextAsync(Path.Combine(model, "metrics.json")));
        }

        outputs[1].ShouldBe(outputs[0]);
    }

    [Fact]
    public async Task Model_Damaged_IsASentence()
    {
        string model = folder.CreateSubdirectory("model").FullName;
        await File.WriteAllTextAsync(Path.Combine(model, "mlnet.zip"), "no zip");
        await File.WriteAllTextAsync(Path.Combine(model, "mlnet-labels.json"), "{");

        VerbProcess evaluation = await VerbProcess.RunAsync("evaluate", "--model", model, "--data", Write(isMultiLabel: false), "--text", "text", "--label", "label");

        (evaluation.ExitCode, evaluation.Errors.Contains("damaged or incomplete", StringComparison.Ordinal)).ShouldBe((1, true), evaluation.Errors);
    }
#else
    [Fact]
    public async Task Engine_NotInThisBuild_SaysHowToHaveIt()
    {
        VerbProcess training = await VerbProcess.RunAsync("train", "--engine", "mlnet", "--data", Write(isMultiLabel: false), "--text", "text", "--label", "label", "--out", folder.FullName);

        training.ExitCode.ShouldBe(1);
        training.Errors.ShouldContain("-p:WithMLNet=true");
    }

    [Fact]
    public async Task Model_OfThatEngine_SaysThatThisBuildHasItNot()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "mlnet.zip"), string.Empty);

        VerbProcess evaluation = await VerbProcess.RunAsync("evaluate", "--model", folder.FullName, "--data", Write(isMultiLabel: false), "--text", "text", "--label", "label");

        (evaluation.ExitCode, evaluation.Errors.Contains("trained by ML.NET", StringComparison.Ordinal)).ShouldBe((1, true), evaluation.Errors);
    }
#endif

    private string Write(bool isMultiLabel)
    {
        string file = Path.Combine(folder.FullName, "rows.csv");
        File.WriteAllLines(file, Enumerable.Range(0, Rows).Select(row => (row % 3) switch
        {
            0 => string.Create(CultureInfo.InvariantCulture, $"the parcel number {row} came weeks late,late"),
            1 => string.Create(CultureInfo.InvariantCulture, $"the vase number {row} was broken in its box,broken"),
            _ => string.Create(CultureInfo.InvariantCulture, $"number {row} came weeks late and was broken in its box,{(isMultiLabel ? "late;broken" : "both")}"),
        }).Prepend("text,label"));
        return file;
    }
}
