using Insights.Classification;
using Shouldly;
using Xunit;

namespace Insights.Tests.Classification;

public sealed class TextClassifierTests
{
    private static readonly Dictionary<string, string> NoProperties = [];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ShuffledRows_GiveTheSameBytes(bool isMultiLabel)
    {
        LabelledText[] rows = InventedRows.Create(200, isMultiLabel);
        LabelledText[] shuffled = [.. rows];
        new Random(3).Shuffle(shuffled);

        Bytes(Train(shuffled, isMultiLabel).Classifier).ShouldBe(Bytes(Train(rows, isMultiLabel).Classifier));
    }

    [Fact]
    public void OneLabel_ProbabilitiesSumToOneAndTheLargestIsGiven()
    {
        TextClassifier classifier = Train(InventedRows.Create(200, isMultiLabel: false), isMultiLabel: false).Classifier;

        foreach (string text in (string[])["refund of the fee", "the officer shouted", string.Empty, "完全に別の言語", "refund refund passport"])
        {
            HeadPrediction prediction = classifier.Predict(text);
            prediction.Probabilities.Sum().ShouldBe(1, 1e-9);
            prediction.Probabilities[prediction.Labels.ShouldHaveSingleItem()].ShouldBe(prediction.Probabilities.Max());
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void WordsOfALabel_GiveTheLabel(bool isMultiLabel)
    {
        TrainedClassifier trained = Train(InventedRows.Create(300, isMultiLabel), isMultiLabel);

        ClassifierHead head = trained.Classifier.Heads[0];
        trained.Classifier.Predict("they want a second fee and no refund came").Labels.Select(label => head.Codes[label]).ShouldContain("money");
        trained.Reports[0].Evaluation.MacroF1.ShouldBeGreaterThan(0.9);
        trained.Reports[0].Evaluation.MacroF1.ShouldBeGreaterThan(trained.Reports[0].Baseline.MacroF1);
    }

    [Fact]
    public void StoredAndReadModel_PredictsTheSame()
    {
        TextClassifier classifier = Train(InventedRows.Create(200, isMultiLabel: true), isMultiLabel: true).Classifier;
        TextClassifier read = ModelFileReader.Read(new MemoryStream(Bytes(classifier)), "model");

        foreach (LabelledText row in InventedRows.Create(50, isMultiLabel: true))
        {
            HeadPrediction expected = classifier.Predict(row.Text);
            HeadPrediction actual = read.Predict(row.Text);
            actual.Labels.ShouldBe(expected.Labels);
            actual.Probabilities.ShouldBe(expected.Probabilities);
        }
    }

    [Fact]
    public void ManyThreads_GetTheSameAnswersAsOne()
    {
        TextClassifier classifier = Train(InventedRows.Create(200, isMultiLabel: false), isMultiLabel: false).Classifier;
        string[] texts = [.. InventedRows.Create(400, isMultiLabel: false).Select(row => row.Text)];
        double[][] alone = [.. texts.Select(text => classifier.Predict(text).Probabilities)];

        double[][] together = [.. texts.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(text => classifier.Predict(text).Probabilities)];

        for (int row = 0; row < texts.Length; row++)
        {
            together[row].ShouldBe(alone[row]);
        }
    }

    [Fact]
    public void WrongLabelAmongClearOnes_IsReportedAsContradiction()
    {
        LabelledText[] rows = InventedRows.Create(300, isMultiLabel: false);
        int slip = Array.FindIndex(rows, row => row.Labels[0] == "money");
        rows[slip] = rows[slip] with { Labels = ["manners"], Place = "row 17, late" };

        TrainedClassifier trained = Train(rows, isMultiLabel: false);

        trained.Reports[0].Contradictions
            .ShouldContain(found => trained.Set.SourceRows[found.Row] == slip && found.Given == "manners" && found.Suggested == "money");
        LabelHintsDocument.Write(trained).Split('\n').ShouldContain(line => line.StartsWith("kind,\"row 17, late\",manners,money,", StringComparison.Ordinal));
    }

    private static TrainedClassifier Train(LabelledText[] rows, bool isMultiLabel) =>
        new TextClassifierTrainer(TextClassifierOptions.For(rows.Length, hasFields: false)).Fit(rows, "kind", isMultiLabel, NoProperties);

    private static byte[] Bytes(TextClassifier classifier)
    {
        using var stream = new MemoryStream();
        ModelFileWriter.Write(classifier, stream);
        return stream.ToArray();
    }
}
