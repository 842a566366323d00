using System.Text.Json;
using Insights.Complaints;
using Insights.Patterns;
using Insights.Tests.Analysis;
using Shouldly;
using Xunit;

namespace Insights.Tests.Patterns;

public sealed class EchoTests
{
    private const string Courier = "The courier dropped my passport into a puddle";
    private static readonly DateOnly LastDay = new(2025, 9, 30);
    private static readonly DateOnly FirstDay = LastDay.AddDays(-455);
    private static readonly string[] Offices = ["Ashford", "Bolton", "Crewe", "Derby"];

    [Fact]
    public void SamePatternInTwoOffices_IsOneEchoThatNamesThem()
    {
        Echo echo = Find([.. Quiet(1), .. Planted("Bolton", 5, 1), .. Planted("Crewe", 4, 2)]).ShouldHaveSingleItem();

        echo.Title.ShouldStartWith("Lost documents: ");
        echo.Terms.ShouldContain(term => term.Contains("courier", StringComparison.Ordinal) || term.Contains("puddle", StringComparison.Ordinal));
        echo.Dimension.ShouldBe(Dimension.Office);
        echo.Places.Select(place => (place.Name, place.Observed)).ShouldBe([("Bolton", 5), ("Crewe", 4)]);
        echo.ComplaintIds.Count.ShouldBe(9);
        echo.Sentence.ShouldContain("rose in two places at once between 2 July 2025 and 30 September 2025: Bolton, 5 against 0.1 expected");
        echo.Examples.ShouldNotBeEmpty();
    }

    [Fact]
    public void OfficeThatOpenedLately_HasNoPastToRiseFrom() =>
        Find([.. Quiet(1).Where(complaint => complaint.Day > LastDay.AddDays(-200) || !complaint.Codes.Any(code => code.Value == "Crewe")), .. Planted("Bolton", 5, 1), .. Planted("Crewe", 4, 2)]).ShouldBeEmpty();

    [Fact]
    public void WhereEverythingRoseTenfold_APatternThatRoseWithItIsNoEcho()
    {
        ArchivedComplaint[] more = [.. Enumerable.Range(2, 9).SelectMany(seed => Quiet(seed).Where(complaint => complaint.Day > LastDay.AddDays(-91))
            .Select(complaint => complaint with { ComplaintId = complaint.ComplaintId + (100_000 * seed) }))];
        ArchivedComplaint[] old = [.. Planted("Bolton", 2, 3, before: true), .. Planted("Crewe", 2, 4, before: true)];

        Find([.. Quiet(1), .. more, .. old, .. Planted("Bolton", 8, 1), .. Planted("Crewe", 8, 2)]).ShouldBeEmpty();
        Find([.. Quiet(1), .. old, .. Planted("Bolton", 8, 1), .. Planted("Crewe", 8, 2)]).ShouldNotBeEmpty("without the growth it is one");
    }

    [Fact]
    public void ShortPast_IsNotAssessed()
    {
        List<string> notAssessed = [];

        Find([.. Quiet(1)], notAssessed: notAssessed, firstDay: 300).ShouldBeEmpty();

        notAssessed.ShouldBe(["Echoes: not assessed, needs texts of 182 days before 2 July 2025, has 65."]);
    }

    [Fact]
    public void PatternInOneOffice_IsNoEcho() => Find([.. Quiet(1), .. Planted("Bolton", 9, 1)]).ShouldBeEmpty();

    [Fact]
    public void PatternThatWasAlwaysThere_IsNoEcho() =>
        Find([.. Quiet(1), .. Planted("Bolton", 5, 1), .. Planted("Crewe", 4, 2), .. Planted("Bolton", 20, 3, before: true), .. Planted("Crewe", 16, 4, before: true)]).ShouldBeEmpty();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Noise_HasNoEcho(int seed) => Find([.. Quiet(seed)]).ShouldBeEmpty();

    [Fact]
    public void LetterCampaignInTwoOffices_IsOneVoiceInEach() =>
        Find([.. Quiet(1), .. Planted("Bolton", 5, 1).Concat(Planted("Crewe", 4, 2)).Select(complaint => complaint with { CampaignId = 7 })]).ShouldBeEmpty();

    [Fact]
    public void NewThemeInTwoOffices_IsAnEcho()
    {
        ArchivedComplaint[] planted = [.. Planted("Bolton", 5, 1).Concat(Planted("Crewe", 4, 2)).Select(complaint => complaint with { Codes = [.. complaint.Codes.Where(code => code.Key != Dimension.Theme)] })];
        NewTheme theme = new()
        {
            Id = "a1",
            Name = "Courier, puddle",
            Terms = [],
            Complaints = 9,
            CountedOnce = 9,
            FirstDay = null,
            LastDay = null,
            FoundOn = LastDay,
            Examples = [],
            ComplaintIds = [.. planted.Select(complaint => complaint.ComplaintId)],
        };

        Echo echo = Find([.. Quiet(1), .. planted], [theme]).ShouldHaveSingleItem();

        (echo.Title, echo.NewThemeId, echo.Theme).ShouldBe(("New theme: Courier, puddle", "a1", null));
    }

    [Fact]
    public void RowOrder_ChangesNothing()
    {
        ArchivedComplaint[] complaints = [.. Quiet(1), .. Planted("Bolton", 5, 1), .. Planted("Crewe", 4, 2)];
        string first = JsonSerializer.Serialize(Find(complaints));

        new Random(9).Shuffle(complaints);

        JsonSerializer.Serialize(Find(complaints)).ShouldBe(first);
    }

    private static IReadOnlyList<Echo> Find(ArchivedComplaint[] complaints, IReadOnlyList<NewTheme>? newThemes = null, List<string>? notAssessed = null, int firstDay = 0)
    {
        TermIndex index = new();
        return new EchoFinder(index, index.Read(complaints), FirstDay.AddDays(firstDay), LastDay, ComplaintWorld.Collection()).Find(newThemes ?? [], notAssessed ?? []);
    }

    private static IEnumerable<ArchivedComplaint> Quiet(int seed)
    {
        Random random = new(seed);
        long id = 1;
        for (DateOnly day = FirstDay; day <= LastDay; day = day.AddDays(2))
        {
            foreach (string office in Offices)
            {
                yield return Complaint(id++, day, office, $"My parcel never came. {Words(random)}");
            }
        }
    }

    private static IEnumerable<ArchivedComplaint> Planted(string office, int count, int seed, bool before = false)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(number => Complaint(
            (10_000 * seed) + number, LastDay.AddDays(before ? -100 - (number * 15) : -number * 9), office, $"{Courier}. {Words(random)}"))];
    }

    private static ArchivedComplaint Complaint(long id, DateOnly day, string office, string text) =>
        new(id, day, text, null, [new(Dimension.Theme, "lost"), new(Dimension.Office, office)]);

    private static string Words(Random random) => string.Join(' ', Enumerable.Range(0, 12).Select(_ => $"q{(char)('a' + random.Next(26))}{(char)('a' + random.Next(12))}ox"));
}
