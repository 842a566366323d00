using Insights.Classification;
using Insights.Text;
using Shouldly;
using Xunit;

namespace Insights.Tests.Classification;

public sealed class WordNetworkTests
{
    private static readonly WordVectors Vectors = new(["ship", "boat", "plane", "jet", "the"], [127, 9, 0, 126, 12, 0, 0, 127, 4, 0, 126, 9, 2, 3, 127]);

    private static readonly string[] Texts = [.. Enumerable.Range(0, 60).Select(index => index % 2 == 0 ? "the ship came" : "the plane came")];

    private static readonly NetworkTargets Targets = new([new LabelMatrix(["air", "sea"], [.. Enumerable.Range(0, 60).Select(index => new[] { index % 2 == 0 ? 1 : 0 })], isMultiLabel: false)], [], 0);

    [Fact]
    public void WordNoTextHolds_CountsAsItsNeighboursDo()
    {
        WordNetwork network = Fit(1);

        Scores(network, "boat")[1].ShouldBeGreaterThan(Scores(network, "boat")[0] + 0.5f);
        Scores(network, "jet")[0].ShouldBeGreaterThan(Scores(network, "jet")[1] + 0.5f);
    }

    [Fact]
    public void SameRowsAndSeed_GiveTheSameBits() => Scores(Fit(7), "the boat").ShouldBe(Scores(Fit(7), "the boat"));

    [Fact]
    public void AnotherSeed_GivesAnotherNetwork() => Scores(Fit(7), "the boat").ShouldNotBe(Scores(Fit(8), "the boat"));

    [Fact]
    public void UnknownWords_AreScoredAsAnEmptyText() => Scores(Fit(1), "zeppelin").ShouldBe(Scores(Fit(1), string.Empty));

    [Fact]
    public void VectorsThatDoNotFitTheWords_AreRefused() =>
        Should.Throw<ArgumentException>(() => new WordVectors(["one", "two"], [1, 2, 3])).Message.ShouldStartWith("Found 3 values for 2 words");

    private static WordNetwork Fit(ulong seed)
    {
        var texts = new NetworkTexts(Texts, Vectors, fewestTexts: 2);
        return new WordNetworkTrainer(texts, Vectors, Targets, new WordNetworkOptions { Detectors = 16, FewestSteps = 200 }).Fit([.. Enumerable.Range(0, Texts.Length)], seed, CancellationToken.None);
    }

    private static float[] Scores(WordNetwork network, string text)
    {
        var scores = new float[2];
        network.AddScores(Tokenizer.List(text), 1, scores);
        return scores;
    }
}
