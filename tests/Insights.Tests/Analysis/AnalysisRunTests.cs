using System.Text.Json;
using Insights.Complaints;
using Insights.Detection;
using Shouldly;
using Xunit;

namespace Insights.Tests.Analysis;

public sealed class AnalysisRunTests
{
    [Fact]
    public async Task QuietComplaints_RaiseNoMoreThanTheBudget()
    {
        int signals = 0;
        for (int seed = 1; seed <= 4; seed++)
        {
            signals += (await ComplaintWorld.Quiet(seed).AnalyseAsync()).Signals.Count;
        }

        // One false signal a quarter is the budget, less than two a year's worth are shown at a time.
        signals.ShouldBeLessThanOrEqualTo(8);
    }

    [Fact]
    public async Task SurgeInOneCell_IsOneSignalThatNamesTheCell()
    {
        ComplaintWorld world = Surge();

        AnalysisReport report = await world.AnalyseAsync();

        Signal signal = report.Signals[0];
        signal.Title.ShouldBe("Lost documents, Bolton");
        signal.Artefact.ShouldBeNull();
        signal.Since.ShouldBe(Week(140));
        signal.Period.Start.ShouldBeInRange(Week(142).Start, Week(145).Start);
        signal.Observed.ShouldBeGreaterThan(20);
        signal.Expected.ShouldBeInRange(4, 10);
        signal.Sentence.ShouldMatch($"^Lost documents at Bolton: {signal.Observed} complaints in the [a-z]+ weeks to [0-9]+ [A-Z][a-z]+ 2025 against [0-9.]+ expected; chance alone would give");
        report.Signals.Count(other => other.Artefact is null && other.Since <= Week(143) && other.Period >= Week(140)).ShouldBe(1);
    }

    /// <summary>Twenty letters about lost documents, most of them about the delay it caused, too; each seed is a model that codes some of them otherwise.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task SurgeCodedWithTwoThemes_KeepsItsNameWhenAModelCodesAFewLettersOtherwise(int seed)
    {
        Random random = new(seed);
        ComplaintWorld world = ComplaintWorld.Quiet();
        for (int week = 0; week < ComplaintWorld.Weeks; week++)
        {
            world.With(3, week, "delay", "Bolton");
        }

        for (int letter = 0; letter < 24; letter++)
        {
            string[] themes = random.Next(10) switch { 0 => ["delay"], 1 => ["lost"], 2 => ["lost", "error"], _ => ["delay", "lost"] };
            world.WithCodes(143 + (letter % 4), "Bolton", themes);
        }

        AnalysisReport report = await world.AnalyseAsync();

        report.Signals[0].Title.ShouldBe("Lost documents, Bolton");
        report.Signals.Count(signal => signal.Period >= Week(143) && (signal.Title.Contains("Bolton", StringComparison.Ordinal) || signal.Title.StartsWith("Lost", StringComparison.Ordinal) || signal.Title.StartsWith("Delay", StringComparison.Ordinal)))
            .ShouldBe(1);
    }

    [Fact]
    public async Task RiseOfOneThemeInEveryOffice_IsOneSignalOfTheTheme()
    {
        ComplaintWorld world = ComplaintWorld.Quiet();
        for (int week = 120; week < ComplaintWorld.Weeks; week++)
        {
            foreach (string office in new[] { "Ashford", "Bolton", "Crewe" })
            {
                world.With((week - 110) / 10, week, "delay", office);
            }
        }

        Signal signal = (await world.AnalyseAsync()).Signals[0];

        signal.Title.ShouldBe("Delay");
        signal.Period.ShouldBe(Week(149));
        signal.Since.Start.ShouldBeInRange(Week(115).Start, Week(135).Start);
    }

    [Fact]
    public async Task LetterCampaign_IsMarkedAsOne()
    {
        ComplaintWorld world = ComplaintWorld.Quiet().With(40, 146, "error", null, text: "The same letter to all.", campaign: 7);

        Signal signal = (await world.AnalyseAsync()).Signals.First(signal => signal.Observed >= 40);

        signal.Artefact.ShouldBe("campaign");
        signal.RivalExplanations.ShouldContain(sentence => sentence.StartsWith("Letter campaign: 39 of the", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RenamedOffice_IsOneSignalMarkedAsRecordingChange()
    {
        ComplaintWorld world = ComplaintWorld.Quiet().Rename("Bolton", "Bolton Town Hall", 120);

        IReadOnlyList<Signal> signals = (await world.AnalyseAsync()).Signals;

        Signal signal = signals.Where(signal => signal.Key.Facets.Any(facet => facet.Value.StartsWith("Bolton", StringComparison.Ordinal))).ShouldHaveSingleItem();
        signal.Title.ShouldBe("Bolton Town Hall");
        signal.Artefact.ShouldBe("recording_change");
        signal.RivalExplanations[0].ShouldContain("“Bolton” stopped as this one rose");
    }

    [Fact]
    public async Task OfficeThatFallsSilent_IsASilence()
    {
        Signal signal = (await ComplaintWorld.Quiet().Silence("Crewe", 143).AnalyseAsync()).Signals[0];

        signal.Title.ShouldBe("Crewe");
        signal.Method.ShouldBe("silence");
        signal.Artefact.ShouldBeNull();
        signal.Observed.ShouldBe(0);
        signal.Sentence.ShouldStartWith("Crewe: no complaints in the seven weeks to ");
    }

    [Fact]
    public async Task RowOrder_ChangesNothing()
    {
        AnalysisReport first = await Surge().AnalyseAsync();
        AnalysisReport second = await Surge().Shuffled(99).AnalyseAsync();

        second.Signals.Select(Written).ShouldBe(first.Signals.Select(Written));
        first.Signals.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task PartWeek_IsDrawnButNeverJudged()
    {
        ComplaintWorld world = Surge().With(60, ComplaintWorld.Weeks, "rude", "Ashford");

        AnalysisReport report = await world.AnalyseAsync(ComplaintWorld.FirstMonday.AddDays((7 * ComplaintWorld.Weeks) + 4));

        report.Signals.ShouldNotContain(signal => signal.Title.Contains("Rudeness", StringComparison.Ordinal) && signal.Period >= Week(ComplaintWorld.Weeks - 1));
        AssessedPeriod last = report.Signals[0].Chart[^1];
        last.IsPartial.ShouldBeTrue();
        last.IsAlarm.ShouldBeFalse();
        last.Period.ShouldBe(Week(ComplaintWorld.Weeks));
    }

    [Fact]
    public async Task AsOfAnEarlierDay_SeesNothingOfWhatCameLater()
    {
        AnalysisReport report = await Surge().AnalyseAsync(ComplaintWorld.FirstMonday.AddDays((7 * 140) - 1));

        report.Signals.ShouldNotContain(signal => signal.Title == "Lost documents, Bolton");
    }

    [Fact]
    public async Task ShortHistory_IsNotAssessedAndSaysWhatItNeeds()
    {
        AnalysisReport report = await ComplaintWorld.Quiet().AnalyseAsync(ComplaintWorld.FirstMonday.AddDays((7 * 31) - 1));

        report.Series.ShouldBe(0);
        report.NotAssessed.ShouldContain(pair => pair.Key == "needs 79 weeks, has 31");
    }

    [Fact]
    public async Task Explanation_NamesWhatSetsTheSurgeApart()
    {
        ComplaintWorld world = ComplaintWorld.Quiet();
        for (int index = 0; index < 20; index++)
        {
            world.With(1, 140 + (index % 4), "lost", "Bolton", text: $"The blue courier dropped parcel {index} of [person 1] into the river near house {(char)('a' + index)}{index}.");
        }

        Signal signal = (await world.AnalyseAsync()).Signals[0];

        signal.Explanation.ShouldNotBeNull();
        signal.Explanation.Terms.ShouldContain(term => term.Term.Contains("courier", StringComparison.Ordinal) && term.Complaints == 20);
        signal.Explanation.Terms.ShouldNotContain(term => term.Term.Contains("person", StringComparison.Ordinal) || term.Term == "the");
        signal.Explanation.Examples.Select(example => example.ComplaintId).ShouldBeUnique();
        signal.Explanation.Examples[0].Sentence.ShouldContain("courier");
    }

    [Fact]
    public async Task Explanation_SaysWhenItBeganWhatTheOthersDidAndWhatIsMissing()
    {
        ComplaintWorld world = Surge().With(9, 142, "lost", "Crewe").With(3, 141, "lost", "Bolton");

        Signal signal = (await world.AnalyseAsync()).Signals.First(signal => signal.Title == "Lost documents, Bolton");

        signal.Explanation!.BeganEarliest!.Value.ShouldBeInRange(Week(137).Start, Week(140).Start);
        signal.Explanation.BeganLatest!.Value.ShouldBeInRange(Week(140).Start, Week(142).Start);
        signal.Explanation.Neighbours.ShouldContain(neighbour => neighbour.Title == "Crewe" && neighbour.Observed >= 9);
        signal.Explanation.Missing.ShouldContain(missing => missing.Dimension == Dimension.Office && missing.Missing == 0 && missing.OutOf == signal.Observed);
        signal.Explanation.Paragraph!.ShouldContain($"{signal.Observed} complaints from ");
        signal.Explanation.Paragraph!.ShouldContain("The same elsewhere: ");
    }

    [Fact]
    public async Task Rank_FollowsTheWeightsAndIsShownInPoints()
    {
        Signal signal = (await Surge().AnalyseAsync()).Signals[0];

        signal.Explanation!.Points.Select(point => point.Reason).ShouldBe(["evidence", "size", "grave", "vulnerability", "spread", "recurrence", "age"]);
        signal.Explanation.Points[0].Points.ShouldBe(Math.Min(8, -Math.Log10(signal.PValue)), 1e-6);
        signal.Explanation.Points[1].Points.ShouldBe(Math.Log2((signal.Observed + 1) / (signal.Expected + 1)), 1e-9);
    }

    private static string Written(Signal signal) => string.Join(
        '|',
        signal.Key,
        signal.Since,
        signal.Period,
        signal.PValue,
        signal.AdjustedPValue,
        signal.Upper,
        signal.Artefact,
        signal.Sentence,
        signal.Reason,
        string.Join('|', signal.RivalExplanations),
        string.Join('|', signal.Chart),
        JsonSerializer.Serialize(signal.Explanation));

    private static ComplaintWorld Surge()
    {
        ComplaintWorld world = ComplaintWorld.Quiet();
        for (int week = 140; week < 144; week++)
        {
            world.With(5, week, "lost", "Bolton");
        }

        return world;
    }

    private static Period Week(int index) => Period.Containing(Interval.Week, ComplaintWorld.FirstMonday).Add(index);
}
