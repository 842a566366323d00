using Insights.Classification;
using Insights.Text;
using Shouldly;
using Xunit;

namespace Insights.Tests.Classification;

public sealed class ComplaintModelTests
{
    private static readonly ComplaintModel Model = Train();

    [Fact]
    public void Evidence_LiesInTheTextInOrderWithoutOverlapAndHoldsTheDecidingWords()
    {
        const string text = "I came on Monday with my son. The officer shouted and was rude and insulted us. Then we went home by bus.";

        ComplaintPrediction prediction = Model.Predict(text);

        ThemePrediction theme = prediction.Themes.ShouldHaveSingleItem();
        theme.Code.ShouldBe("manners");
        string.Join('|', theme.Evidence.Select(span => text[span.Start..span.End])).ShouldContain("shouted");
        int end = 0;
        foreach (TextSpan span in theme.Evidence)
        {
            span.Start.ShouldBeGreaterThanOrEqualTo(end);
            span.End.ShouldBeGreaterThan(span.Start);
            end = span.End;
        }

        end.ShouldBeLessThanOrEqualTo(text.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("zzz")]
    [InlineData("\u0000\uD800🙂")]
    public void TextThatSaysNothing_GetsAnAreaAndIsReviewed(string text)
    {
        ComplaintPrediction prediction = Model.Predict(text);

        prediction.BusinessArea.Code.ShouldNotBeNullOrEmpty();
        prediction.BusinessArea.Probability.ShouldBeInRange(0, 1);
        foreach (ThemePrediction theme in prediction.Themes)
        {
            theme.Evidence.ShouldBeEmpty();
        }
    }

    [Fact]
    public void VeryLongText_IsPredicted() =>
        Model.Predict(string.Concat(Enumerable.Repeat("the fee was charged and no refund came ", 30_000))).Themes.Select(theme => theme.Code).ShouldContain("money");

    [Fact]
    public void Versions_ComeFromTheTraining()
    {
        Model.Version.ShouldBe("2.1.0");
        Model.TaxonomyVersion.ShouldBe("7");
    }

    private static ComplaintModel Train()
    {
        LabelledComplaint[] complaints = [.. InventedRows.Create(240, isMultiLabel: false)
            .Select((row, index) => new LabelledComplaint($"c{index}", row.Text, row.Labels[0] == "papers" ? "north" : "south", row.Labels, index % 4 == 0 ? "praise" : "fault", index % 5 == 0 ? "out" : "in"))];
        var lexicon = new Lexicon(new Dictionary<string, IReadOnlyList<string>> { ["voices"] = ["shout*", "yell*"] });
        return new ComplaintModel(new ComplaintModelTrainer(lexicon, [new KnownPhrase(ComplaintModel.ThemesHead, "money", "cash taken")]).Fit(complaints, "2.1.0", "7").Classifier);
    }
}
