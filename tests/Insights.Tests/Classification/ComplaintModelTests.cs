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

    [Fact]
    public void ModelWithWordNetwork_SaysTheSameAfterItWasStoredAndGivesTheSameBytesFromShuffledRows()
    {
        LabelledComplaint[] complaints = Complaints();
        ComplaintModel model = new(Fit(complaints, WithVectors()));
        byte[] stored = Bytes(model.Classifier);

        ComplaintModel read = ComplaintModel.Load(new MemoryStream(stored), "a.model");

        Bytes(read.Classifier).ShouldBe(stored);
        Bytes(Fit([.. complaints.Reverse()], WithVectors())).ShouldBe(stored);
        foreach (string text in complaints.Select(complaint => complaint.Text))
        {
            read.Predict(text).BusinessArea.ShouldBe(model.Predict(text).BusinessArea);
            read.Predict(text).Themes.Select(theme => (theme.Code, theme.Probability)).ShouldBe(model.Predict(text).Themes.Select(theme => (theme.Code, theme.Probability)));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void PhrasesThatSpeakForNoTheme_TakeTheThemeFromWordsThatAreOnlyMentioned(bool withVectors)
    {
        const string mention = "my passport is in the drawer";
        KnownPhrase[] none = [.. Enumerable.Repeat(new KnownPhrase(ComplaintModel.ThemesHead, KnownPhrase.NoCode, "the passport in my drawer"), 60)];

        ComplaintModel before = new(Fit(Complaints(), withVectors ? WithVectors() : null));
        ComplaintModel after = new(Fit(Complaints(), withVectors ? WithVectors() : null, none));

        before.Predict(mention).Themes.Select(theme => theme.Code).ShouldBe(["papers"]);
        after.Predict(mention).Themes.ShouldBeEmpty();
        after.Predict("they lost my certificate and the envelope was torn").Themes.Select(theme => theme.Code).ShouldBe(["papers"]);
    }

    [Fact]
    public void PhraseForNoArea_IsRefused() =>
        Should.Throw<InputErrorException>(() => Fit(Complaints(), null, [new KnownPhrase(ComplaintModel.BusinessAreaHead, KnownPhrase.NoCode, "hello")]))
            .Message.ShouldContain("every complaint has a business_area");

    private static WordVectors WithVectors() => new(["fee", "charge", "shout", "yell", "lost"], [100, 20, 90, 30, 10, 100, 20, 110, 70, 70]);

    private static byte[] Bytes(TextClassifier classifier)
    {
        using var stream = new MemoryStream();
        ModelFileWriter.Write(classifier, stream);
        return stream.ToArray();
    }

    private static LabelledComplaint[] Complaints() => [.. InventedRows.Create(240, isMultiLabel: false)
        .Select((row, index) => new LabelledComplaint($"c{index}", row.Text, row.Labels[0] == "papers" ? "north" : "south", row.Labels, index % 4 == 0 ? "praise" : "fault", index % 5 == 0 ? "out" : "in"))];

    private static TextClassifier Fit(LabelledComplaint[] complaints, WordVectors? vectors, params KnownPhrase[] more)
    {
        var lexicon = new Lexicon(new Dictionary<string, IReadOnlyList<string>> { ["voices"] = ["shout*", "yell*"] });
        return new ComplaintModelTrainer(lexicon, [new KnownPhrase(ComplaintModel.ThemesHead, "money", "cash taken"), .. more], vectors).Fit(complaints, "2.1.0", "7").Classifier;
    }

    private static ComplaintModel Train() => new(Fit(Complaints(), null));
}
