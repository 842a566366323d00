using Insights.Text;
using Shouldly;
using Xunit;

namespace Insights.Tests.Text;

public sealed class TfidfVectorizerTests
{
    private static readonly VectorizerOptions EveryTerm = new() { FewestTextsOfTerm = 1 };

    [Fact]
    public void Values_EqualScikitLearnsAfterBringingToUnitLength()
    {
        // scikit-learn 1.2.1: TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=1).fit_transform(texts)[0]
        TfidfVectorizer vectorizer = new TfidfVectorizerTrainer(EveryTerm).Fit(SmallTexts.Texts);
        TextVector vector = vectorizer.CreateVector();

        vectorizer.Transform(SmallTexts.Texts[0], vector);

        float[] values = vector.ValuesOf(FeatureBlock.Words).ToArray();
        double length = Math.Sqrt(values.Sum(value => (double)value * value));
        double[] unit = [.. values.Select(value => value / length).Order()];
        double[] expected = [0.2422411, 0.2422411, 0.3349607, 0.3349607, 0.3349607, 0.3349607, 0.3349607, 0.5671377];
        unit.Length.ShouldBe(expected.Length);
        for (int index = 0; index < expected.Length; index++)
        {
            unit[index].ShouldBe(expected[index], 1e-6);
        }
    }

    [Fact]
    public void OrderOfTexts_DoesNotMatter()
    {
        TfidfVectorizer forwards = new TfidfVectorizerTrainer(EveryTerm).Fit(SmallTexts.Texts);
        TfidfVectorizer backwards = new TfidfVectorizerTrainer(EveryTerm).Fit([.. SmallTexts.Texts.Reverse()]);

        backwards.Table.Hashes.SequenceEqual(forwards.Table.Hashes).ShouldBeTrue();
        backwards.InverseDocumentFrequencies.SequenceEqual(forwards.InverseDocumentFrequencies).ShouldBeTrue();
    }

    [Fact]
    public void VectorUsedAgain_HoldsNothingOfTheTextBefore()
    {
        var options = new VectorizerOptions { FewestTextsOfTerm = 1, UsesSubwords = true };
        TfidfVectorizer vectorizer = new TfidfVectorizerTrainer(options).Fit(SmallTexts.Texts);
        TextVector used = vectorizer.CreateVector();
        vectorizer.Transform(SmallTexts.Texts[1], used);
        vectorizer.Transform(SmallTexts.Texts[4], used);
        TextVector fresh = vectorizer.CreateVector();
        vectorizer.Transform(SmallTexts.Texts[4], fresh);

        foreach (FeatureBlock block in FeatureLayout.Blocks)
        {
            used.ColumnsOf(block).SequenceEqual(fresh.ColumnsOf(block)).ShouldBeTrue();
            used.ValuesOf(block).SequenceEqual(fresh.ValuesOf(block)).ShouldBeTrue();
        }
    }

    [Fact]
    public void UnknownWord_StillSharesPiecesWithKnownOnes()
    {
        var options = new VectorizerOptions { FewestTextsOfTerm = 1, FewestTextsOfSubword = 1, UsesSubwords = true };
        TfidfVectorizer vectorizer = new TfidfVectorizerTrainer(options).Fit(SmallTexts.Texts);
        TextVector vector = vectorizer.CreateVector();

        vectorizer.Transform("refunded", vector);

        vector.ColumnsOf(FeatureBlock.Words).Length.ShouldBe(0);
        vector.ColumnsOf(FeatureBlock.Subwords).Length.ShouldBeGreaterThan(5);
    }

    [Fact]
    public void TextsWithoutCommonWords_AreRefused() =>
        Should.Throw<ArgumentException>(() => new TfidfVectorizerTrainer(new VectorizerOptions()).Fit(["one two", "three four"]));
}
