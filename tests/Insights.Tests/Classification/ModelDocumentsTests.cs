using System.Globalization;
using System.Text.Json;
using Insights.Classification;
using Insights.Evaluation;
using Insights.Text;
using Shouldly;
using Xunit;

namespace Insights.Tests.Classification;

/// <summary>The card, the metrics and the transparency record say what was measured, and the same.</summary>
public sealed class ModelDocumentsTests
{
    private static readonly TrainedClassifier Trained = Train(new WordVectors(["fee", "charged", "rude", "shouted", "lost"], [100, 20, 90, 30, 10, 100, 20, 110, 70, 70]));

    private static readonly ModelDescription Description = new()
    {
        Name = "invented",
        Version = "2.1.0",
        Purpose = "Codes invented letters.",
        Data = "Letters made up for a test.",
        Limits = "It knows three words a label.",
        TrainedOn = new DateOnly(2026, 11, 28),
        CodeVersion = "1.2.3",
    };

    [Fact]
    public void Card_NamesTheNetworkOnlyWhereThereIsOne()
    {
        ModelCard.Write(Trained, Description).ShouldContain("TF-IDF features and a word network that knows");
        ModelCard.Write(Train(vectors: null), Description).ShouldNotContain("network");
    }

    [Fact]
    public void Card_HoldsClassesReliabilityConfusionsAndLearningCurve()
    {
        string card = ModelCard.Write(Trained, Description);

        foreach (HeadReport report in Trained.Reports)
        {
            card.ShouldContain($"## Quality: {report.Name}");
            foreach (ClassEvaluation row in report.Evaluation.Classes)
            {
                card.ShouldContain(string.Create(CultureInfo.InvariantCulture, $"| {row.Code} | {row.Precision:F3} | {row.Recall:F3} | {row.F1:F3} | {row.Support} |"));
            }

            foreach (ReliabilityBin bin in report.Evaluation.Reliability)
            {
                card.ShouldContain(string.Create(CultureInfo.InvariantCulture, $"| {bin.Predictions} | {bin.MeanProbability:F3} | {bin.ShareRight:F3} |"));
            }
        }

        // One label in twelve is wrong on purpose, so the area must have been confused and contradicted.
        Trained.Reports[0].Evaluation.Confusions.ShouldNotBeEmpty();
        LabelConfusion confusion = Trained.Reports[0].Evaluation.Confusions[0];
        card.ShouldContain($"| {confusion.Right} | {confusion.Given} | {confusion.Rows} |");
        Trained.Reports[0].LearningCurve.Select(point => point.Rows).ShouldBeInOrder();
        Trained.Reports[0].LearningCurve.Count.ShouldBe(4);
        foreach (LearningPoint point in Trained.Reports[0].LearningCurve)
        {
            card.ShouldContain(string.Create(CultureInfo.InvariantCulture, $"| {point.Rows} | {point.Accuracy:F3} | {point.MicroF1:F3} | {point.MacroF1:F3} |"));
        }
    }

    [Fact]
    public void Card_SaysWhatTheReviewThresholdDoes()
    {
        CoveragePoint review = Trained.Review!;

        review.ReviewShare.ShouldBeLessThanOrEqualTo(ComplaintModelTrainer.MostReviewed);
        new ComplaintModel(Trained.Classifier).ReviewBelow.ShouldBe(review.ReviewBelow);
        ModelCard.Write(Trained, Description).ShouldContain(string.Create(CultureInfo.InvariantCulture,
            $"less probable than {review.ReviewBelow:F3} goes to a person: {review.ReviewShare:P1} of the rows above; of the others the area is right in {review.AccuracyOfOthers:P1}."));
    }

    [Fact]
    public void Metrics_HoldTheSameFiguresAndTheLikelySlips()
    {
        using JsonDocument metrics = JsonDocument.Parse(MetricsDocument.Write(Trained, Description));

        JsonElement area = metrics.RootElement.GetProperty("heads")[0];
        area.GetProperty("crossValidation").GetProperty("accuracy").GetDouble().ShouldBe(Trained.Reports[0].Evaluation.Accuracy);
        area.GetProperty("crossValidation").GetProperty("reliability").GetArrayLength().ShouldBe(Trained.Reports[0].Evaluation.Reliability.Count);
        area.GetProperty("crossValidation").GetProperty("confusions").GetArrayLength().ShouldBeGreaterThan(0);
        area.GetProperty("learningCurve").GetArrayLength().ShouldBe(4);
        area.GetProperty("contradictions").GetInt32().ShouldBe(Trained.Reports[0].Contradictions.Count);
        Trained.Reports[0].Contradictions.ShouldNotBeEmpty();
    }

    [Fact]
    public void TransparencyRecord_IsMadeOfTheSameData()
    {
        LabelledComplaint[] audit = Complaints()[..60];
        ComplaintModelEvaluation measured = ComplaintModelEvaluation.Run(new ComplaintModel(Trained.Classifier), audit);

        string record = TransparencyRecord.Write(Trained, Description, new Dictionary<string, string>(StringComparer.Ordinal) { ["Human oversight"] = "A person decides." }, measured);

        record.ShouldContain("# Algorithmic transparency record: invented 2.1.0");
        record.ShouldContain("## Human oversight\n\nA person decides.");
        record.ShouldContain(string.Create(CultureInfo.InvariantCulture, $"On 60 complaints never trained on: business area accuracy {measured.BusinessArea.Accuracy:F3}"));
        record.ShouldContain("a small neural network over");
        record.ShouldContain(Trained.Set.Sha256());
        ModelCard.Write(Trained, Description).ShouldContain(Trained.Set.Sha256());
    }

    private static LabelledComplaint[] Complaints() => [.. InventedRows.Create(240, isMultiLabel: false)
        .Select((row, index) => new LabelledComplaint($"c{index}", row.Text, (row.Labels[0] == "papers") == (index % 12 > 0) ? "north" : "south", row.Labels, index % 4 == 0 ? "praise" : "fault", index % 5 == 0 ? "out" : "in"))];

    private static TrainedClassifier Train(WordVectors? vectors) => new ComplaintModelTrainer(null, [], vectors).Fit(Complaints(), "2.1.0", "7");
}
