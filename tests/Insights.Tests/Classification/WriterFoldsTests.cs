using Insights.Classification;
using Shouldly;
using Xunit;

namespace Insights.Tests.Classification;

public sealed class WriterFoldsTests
{
    private static readonly string[] Writers = ["dora", "ann", "ben", "dora", "cem", "ann"];
    private static readonly LabelMatrix Areas = LabelMatrix.FromCodes([["north"], ["south"], ["south"], ["north"], ["north"], ["south"]], isMultiLabel: false);

    [Fact]
    public void EachWriter_HasAFoldWhenThereAreEnough() => WriterFolds.Deal(Writers, Areas, 9).ShouldBe([1, 0, 2, 1, 3, 0]);

    [Fact]
    public void FewFolds_SpreadTheAreasAndKeepWritersTogether() => WriterFolds.Deal(Writers, Areas, 2).ShouldBe([1, 0, 1, 1, 0, 0]);

    [Fact]
    public void FewWriters_SayTooLittleAboutOthers() => WriterFolds.Deal(["ann", "ben", "cem", "ann", "ben", "cem"], Areas, 5).ShouldBeNull();

    [Fact]
    public void PhrasesBehindTheRows_AreInNoFold() =>
        FoldAssignment.Extend([1, 0], 4).ShouldBe([1, 0, FoldAssignment.NoFold, FoldAssignment.NoFold]);

    [Fact]
    public void ProbabilityOfTheArea_ComesFromWritersNotSeen()
    {
        // Each writer has a word of their own that gives the area away, so folds dealt at random are sure; on another writer the word says nothing.
        string[] writers = ["ann", "ben", "cem", "dora", "eva"];
        string[] ofNorth = ["quince", "otter", "violin", "pewter", "magnet"];
        string[] ofSouth = ["basalt", "jockey", "thimble", "crayfish", "dulcimer"];
        LabelledComplaint[] complaints = [.. Enumerable.Range(0, 200).Select(index =>
        {
            string writer = writers[index % writers.Length];
            bool isNorth = index / writers.Length % 2 == 0;
            return new LabelledComplaint($"c{index}", $"letter {(isNorth ? ofNorth : ofSouth)[index % writers.Length]} number {index} came", isNorth ? "north" : "south", ["papers"], index % 3 == 0 ? "praise" : "fault", index % 4 == 0 ? "out" : "in", writer);
        })];

        TrainedClassifier byWriter = new ComplaintModelTrainer(null, []).Fit(complaints, "1", "1");
        TrainedClassifier atRandom = new ComplaintModelTrainer(null, []).Fit([.. complaints.Select(complaint => complaint with { Writer = string.Empty })], "1", "1");

        byWriter.ByWriter.ShouldBeTrue();
        atRandom.ByWriter.ShouldBeFalse();
        byWriter.Reports[0].Evaluation.Accuracy.ShouldBeLessThan(atRandom.Reports[0].Evaluation.Accuracy);
        byWriter.Classifier.Heads[0].Temperature.ShouldBeLessThan(atRandom.Classifier.Heads[0].Temperature);
    }
}
