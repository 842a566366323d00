using System.Text.Json;
using Insights.Complaints;
using Insights.Explanation;
using Insights.Patterns;
using Shouldly;
using Xunit;

namespace Insights.Tests.Patterns;

public sealed class NewThemeTests
{
    private static readonly DateOnly AsOf = new(2025, 10, 15);
    private static readonly string[] Noise = [.. Enumerable.Range(0, 400).Select(Word)];

    [Fact]
    public void PlantedGroup_IsFoundAndNamedByItsTerms()
    {
        IReadOnlyList<NewTheme> found = Find([.. RandomTexts(80, seed: 1), .. Planted(9)]);

        NewTheme theme = found.ShouldHaveSingleItem();
        theme.Complaints.ShouldBe(9);
        theme.ComplaintIds.ShouldBe(Enumerable.Range(1000, 9).Select(id => (long)id));
        theme.Name.ToLowerInvariant().ShouldContain("kiosk");
        (theme.FirstDay, theme.LastDay).ShouldBe((AsOf.AddDays(-9), AsOf.AddDays(-1)));
        theme.Examples.ShouldNotBeEmpty();
        theme.Examples.ShouldAllBe(example => example.Sentence.Contains("kiosk", StringComparison.Ordinal));
    }

    [Fact]
    public void TwoPlantedGroups_AreTold()
    {
        IEnumerable<ArchivedComplaint> second = Enumerable.Range(0, 7).Select(index => Complaint(
            2000 + index, $"The refund of the surcharge went to a closed bank account, and the surcharge stands. {Words(new Random(index), 8)}"));

        IReadOnlyList<NewTheme> found = Find([.. RandomTexts(80, seed: 2), .. Planted(9), .. second]);

        found.Select(theme => theme.Complaints).ShouldBe([9, 7]);
        found[1].Terms.ShouldContain(term => term.Term.Contains("surcharge", StringComparison.Ordinal) && term.Complaints == 7);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Noise_HasNoGroups(int seed) => Find([.. RandomTexts(250, seed)]).ShouldBeEmpty();

    [Fact]
    public void FourComplaints_AreTooFew() => Find([.. RandomTexts(80, seed: 1), .. Planted(4)]).ShouldBeEmpty();

    [Fact]
    public void TooFewTexts_AreNotAssessed()
    {
        List<string> notAssessed = [];

        Find([.. Planted(3)], notAssessed: notAssessed).ShouldBeEmpty();

        notAssessed.ShouldHaveSingleItem().ShouldStartWith("New themes: not assessed, needs 5 texts");
    }

    [Fact]
    public void FormulasOfLettersAndPlaceholders_AreNoTerms()
    {
        List<string> terms = TermReader.Terms("To whom it may concern, my tribunal hearing at XXXX was moved. I look forward to hearing from you. Yours faithfully");

        terms.ShouldBe(["tribunal", "hearing", "tribunal hearing", "moved"]);
    }

    [Fact]
    public void LetterCampaign_IsOneVoice() =>
        Find([.. RandomTexts(80, seed: 1), .. Planted(9).Select(complaint => complaint with { CampaignId = 1000 })]).ShouldBeEmpty();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void RowOrder_ChangesNothing(int seed)
    {
        ArchivedComplaint[] complaints = [.. RandomTexts(120, seed: 3), .. Planted(9)];
        string first = JsonSerializer.Serialize(Find(complaints));

        new Random(seed).Shuffle(complaints);

        JsonSerializer.Serialize(Find(complaints)).ShouldBe(first);
    }

    [Fact]
    public void NumbersGivenInAnotherOrder_ChangeNoNameAndNoSentence()
    {
        ArchivedComplaint[] complaints = [.. RandomTexts(120, seed: 3), .. Planted(9)];
        ArchivedComplaint[] renumbered = [.. complaints.Select(complaint => complaint with { ComplaintId = 5000 - complaint.ComplaintId })];

        Find(renumbered).Select(Told).ShouldBe(Find(complaints).Select(Told));
    }

    [Fact]
    public void GroupThatGrows_KeepsItsNameAndDay()
    {
        NewTheme before = Find([.. RandomTexts(80, seed: 1), .. Planted(6)]).ShouldHaveSingleItem() with { Name = "As named before", FoundOn = AsOf.AddDays(-30) };

        NewTheme after = Find([.. RandomTexts(80, seed: 1), .. Planted(12)], [before]).ShouldHaveSingleItem();

        (after.Id, after.Name, after.FoundOn).ShouldBe((before.Id, "As named before", AsOf.AddDays(-30)));
        after.Complaints.ShouldBe(12);
    }

    [Fact]
    public void GroupOfOtherComplaints_IsAnother()
    {
        NewTheme before = Find([.. RandomTexts(80, seed: 1), .. Planted(6)]).ShouldHaveSingleItem() with { Name = "As named before", ComplaintIds = [1, 2, 3, 4, 5, 6] };

        Find([.. RandomTexts(80, seed: 1), .. Planted(6)], [before]).ShouldHaveSingleItem().Name.ShouldNotBe("As named before");
    }

    private static string Told(NewTheme theme) => string.Join('|', theme.Id, theme.Name, theme.Complaints, string.Join('|', theme.Examples.Select(example => example.Sentence)));

    private static IReadOnlyList<NewTheme> Find(ArchivedComplaint[] complaints, IReadOnlyList<NewTheme>? before = null, List<string>? notAssessed = null)
    {
        TermIndex index = new();
        List<ReadText> all = index.Read(complaints);
        List<ReadText> unexplained = [.. all.Where(text => text.Complaint.ComplaintId >= 1000 || text.Complaint.ComplaintId % 2 == 0)];
        return new NewThemeFinder(index, unexplained, all).Find(before ?? [], AsOf, notAssessed ?? []);
    }

    private static IEnumerable<ArchivedComplaint> Planted(int count) => Enumerable.Range(0, count).Select(index => Complaint(
        1000 + index, $"{Words(new Random(index), 8)} The {Word(index)} fingerprint kiosk froze at the {Word(40 + index)} appointment centre."));

    private static ArchivedComplaint[] RandomTexts(int count, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(1, count).Select(id => Complaint(id, Words(random, 25)))];
    }

    private static ArchivedComplaint Complaint(int id, string text) => new(id, AsOf.AddDays(-1 - (id % 1000)), text, null, []);

    private static string Words(Random random, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Noise[random.Next(Noise.Length)])) + ".";

    /// <summary>An invented word without a digit.</summary>
    private static string Word(int number) => $"q{(char)('a' + (number % 26))}{(char)('a' + (number / 26 % 26))}ox{(char)('a' + (number % 7))}";
}
