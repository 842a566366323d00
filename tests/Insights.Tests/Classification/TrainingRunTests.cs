using Insights.Classification;
using Shouldly;
using Xunit;

namespace Insights.Tests.Classification;

public sealed class TrainingRunTests
{
    private static readonly TrainingRequest OneLabel = new() { TextColumns = ["text"], LabelColumn = "kind" };

    [Fact]
    public void ScarceLabels_AreWarnedOfByNameAndCount()
    {
        LabelledText[] rows = [.. InventedRows.Create(120, isMultiLabel: false), new LabelledText("the kettle is broken", ["kettles"]), new LabelledText("my kettle whistles", ["kettles"])];

        TrainingResult result = TrainingRun.Run(rows, OneLabel, null, CancellationToken.None);

        result.Warnings.ShouldContain(warning => warning.Contains("1 of 4 labels", StringComparison.Ordinal) && warning.Contains("kettles (2)", StringComparison.Ordinal));
    }

    [Fact]
    public void CommonestLabels_AreKeptAndTheRestIsSaid()
    {
        LabelledText[] rows = [.. InventedRows.Create(120, isMultiLabel: false), new LabelledText("the kettle is broken", ["kettles"])];

        TrainingResult result = TrainingRun.Run(rows, OneLabel with { MostCommonLabels = 3 }, null, CancellationToken.None);

        result.Warnings.ShouldContain("Kept the 3 commonest labels: 120 of 121 rows.");
        result.Trained.Classifier.Heads[0].Codes.ShouldBe(["manners", "money", "papers"]);
    }

    [Fact]
    public void Steps_AreToldAsTheyAreTaken()
    {
        var told = new Told();

        TrainingRun.Run(InventedRows.Create(120, isMultiLabel: false), OneLabel, told, CancellationToken.None);

        told.Lines[0].ShouldBe("Reading the words of 120 texts");
        told.Lines.ShouldContain("Cross-validating kind: settings 2 of 12");
        told.Lines[^1].ShouldBe("Measuring the learning curve");
    }

    [Fact]
    public void TooFewRows_AreRefusedWithTheNumberNeeded() =>
        Should.Throw<InputErrorException>(() => TrainingRun.Run(InventedRows.Create(12, isMultiLabel: false), OneLabel, null, CancellationToken.None))
            .Message.ShouldBe("Found 12 rows that can be used; at least 20 are needed, and some 10 for each label.");

    [Fact]
    public void OneLabelOnly_AsksWhetherTheColumnIsRight() =>
        Should.Throw<InputErrorException>(() => TrainingRun.Run([.. InventedRows.Create(40, isMultiLabel: false).Select(row => row with { Labels = ["same"] })], OneLabel, null, CancellationToken.None))
            .Message.ShouldContain("holds 1 different label; at least 2 are needed. Was the right column named?");

    [Fact]
    public void ReferencesAsLabels_AreRefused() =>
        Should.Throw<InputErrorException>(() => TrainingRun.Run([.. InventedRows.Create(40, isMultiLabel: false).Select((row, index) => row with { Labels = [$"R{index}"] })], OneLabel, null, CancellationToken.None))
            .Message.ShouldContain("looks like a text or a reference, not a label");

    private sealed class Told : IProgress<string>
    {
        public List<string> Lines { get; } = [];

        public void Report(string value) => Lines.Add(value);
    }
}
