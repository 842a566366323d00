using Insights.Complaints;
using Insights.Evaluation;
using Insights.Patterns;
using Insights.Tests.Analysis;
using MathNet.Numerics.Distributions;
using Shouldly;
using Xunit;

namespace Insights.Tests.Patterns;

public sealed class BlindSpotTests
{
    private static readonly DateOnly LastDay = new(2025, 9, 28);
    private static readonly string[] Offices = [.. Enumerable.Range(0, 12).Select(index => $"Office {(char)('A' + index)}")];

    [Fact]
    public async Task OfficeBelowItsCaseload_IsNamedWithWhatItsSizePredicts()
    {
        BlindSpot spot = (await FindAsync(Quiet(1, rate: office => office == 3 ? 0.4 : 2), sizes: office => office == 3 ? 3000 : 1000))
            .Where(spot => spot.Kind == BlindSpotKind.BelowCaseload).ShouldHaveSingleItem();

        spot.Place.ShouldBe("Office D");
        spot.Observed.ShouldBeInRange(10, 40);
        spot.Expected.ShouldBeGreaterThan(200);
        spot.Sentence.ShouldMatch("^Office D: [0-9]+ complaints from 30 September 2024 to 28 September 2025, where its 3,000 homes predict [0-9]+\\.");
    }

    [Fact]
    public async Task OfficeWithSizeAndNoComplaintAtAll_IsNamed() =>
        (await FindAsync(Quiet(1, rate: office => office == 3 ? 0 : 2), sizes: _ => 1000)).ShouldContain(spot => spot.Kind == BlindSpotKind.BelowCaseload && spot.Place == "Office D" && spot.Observed == 0);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task PlacesThatDifferAsUsual_AreNoBlindSpots(int seed)
    {
        // Rates differ by a factor of up to two, as they do in life.
        Random random = new(seed);
        double[] rates = [.. Offices.Select(_ => 1.4 + (1.4 * random.NextDouble()))];

        (await FindAsync(Quiet(seed, rate: office => rates[office]), sizes: _ => 1000)).ShouldBeEmpty();
    }

    [Fact]
    public async Task OfficeThatRecordsLessThanAYearBefore_IsNamed()
    {
        BlindSpot spot = (await FindAsync(Quiet(1, rate: _ => 4, fall: (4, 0.3)))).ShouldHaveSingleItem();

        (spot.Kind, spot.Place).ShouldBe((BlindSpotKind.FallingRecording, "Office E"));
        spot.Observed.ShouldBeInRange(18, 48);
        spot.Expected.ShouldBeInRange(75, 135);
        spot.Sentence.ShouldContain("in the same half-year before; as complaints elsewhere developed, ");
    }

    [Fact]
    public async Task OfficeUnderANewName_IsToldWithIt()
    {
        IEnumerable<ArchivedComplaint> renamed = Quiet(1, rate: _ => 4).Select(complaint => complaint.Day <= LastDay.AddDays(-182) ? complaint : complaint with
        {
            Codes = [.. complaint.Codes.Select(code => code.Value == "Office E" ? new KeyValuePair<Dimension, string>(code.Key, "Office Z") : code)],
        });

        BlindSpot spot = (await FindAsync(renamed)).ShouldHaveSingleItem();

        (spot.Place, spot.Observed).ShouldBe(("Office E", 0));
        spot.Sentence.ShouldMatch("Office Z began in this time, with [0-9]+ complaints: probably a new name for the same place.$");
    }

    [Fact]
    public async Task OfficeThatGrewLessThanTheRest_HasNotFallen() => (await FindAsync(Quiet(1, rate: _ => 4, fall: (4, 0.4), fallOfAll: 3))).ShouldBeEmpty();

    [Fact]
    public async Task WhatCannotBeJudged_IsSaid()
    {
        IReadOnlyList<string> notAssessed = (await SearchAsync(Quiet(1, rate: office => office == 3 ? 0.2 : 2), null)).NotAssessed;

        notAssessed.ShouldContain("Fewer complaints than a caseload predicts: not assessed, the source carries no sizes.");
        notAssessed.ShouldContain("New themes and echoes: not assessed, no complaint of this time has a text.");
        notAssessed.ShouldContain("How complete the newest weeks are: not assessed, needs 26 weeks, imports go back 0.");
        notAssessed.ShouldContain("Falling recording by Office: 1 of 12 not assessed, fewer than 20 complaints in the half-year before.");
    }

    [Fact]
    public async Task FallOfEverything_IsNobodysBlindSpot() => (await FindAsync(Quiet(1, rate: _ => 2, fallOfAll: 0.4))).ShouldBeEmpty();

    [Fact]
    public async Task OutcomeNoLongerRecordedAtAnOffice_IsNamedWithItsNumbers()
    {
        BlindSpot spot = (await FindAsync(Quiet(1, rate: _ => 2, withoutFinding: (office, day) => office == 5 && day >= new DateOnly(2025, 6, 1)))).ShouldHaveSingleItem();

        (spot.Kind, spot.Place, spot.Field).ShouldBe((BlindSpotKind.MissingField, "Office F", Dimension.Finding));
        spot.Observed.ShouldBe(spot.OutOf);
        (spot.FirstDay, spot.LastDay).ShouldBe((new DateOnly(2025, 6, 1), new DateOnly(2025, 8, 31)));
        spot.Sentence.ShouldMatch("^Office F: Finding is not recorded in ([0-9]+) of \\1 answered or closed complaints from 1 June 2025 to 31 August 2025, where [0-9.]+ were expected: it was missing in [0-9]+% of the ");
    }

    [Fact]
    public async Task OutcomeNoLongerRecordedAnywhere_IsToldOnceForAll()
    {
        BlindSpot spot = (await FindAsync(Quiet(1, rate: _ => 2, withoutFinding: (_, day) => day >= new DateOnly(2025, 6, 1)))).ShouldHaveSingleItem();

        spot.Place.ShouldBe("All complaints");
    }

    private static async Task<IReadOnlyList<BlindSpot>> FindAsync(IEnumerable<ArchivedComplaint> complaints, Func<int, double>? sizes = null) =>
        (await SearchAsync(complaints, sizes)).BlindSpots;

    private static async Task<CollectionPatterns> SearchAsync(IEnumerable<ArchivedComplaint> complaints, Func<int, double>? sizes)
    {
        InMemoryArchive archive = new();
        ComplaintCollection collection = ComplaintWorld.Collection() with
        {
            Denominator = sizes is null ? null : new Denominator(Dimension.Office, "homes", 1000),
        };
        archive.Add(collection, complaints);
        if (sizes is not null)
        {
            archive.SetSizes(collection.Name, Offices.Select((office, index) => (office, sizes(index))).ToDictionary(pair => pair.office, pair => pair.Item2, StringComparer.Ordinal));
        }

        AnalysisReport report = await new AnalysisRun(archive, _ => null, new AnalysisOptions()).RunAsync(LastDay, null, CancellationToken.None);
        return report.Patterns.ShouldHaveSingleItem();
    }

    private static List<ArchivedComplaint> Quiet(
        int seed, Func<int, double> rate, (int Office, double Share)? fall = null, double fallOfAll = 1, Func<int, DateOnly, bool>? withoutFinding = null)
    {
        Random random = new(seed);
        List<ArchivedComplaint> complaints = [];
        for (DateOnly monday = LastDay.AddDays(-(7 * 120) + 1); monday <= LastDay; monday = monday.AddDays(7))
        {
            bool isLate = monday > LastDay.AddDays(-182);
            for (int office = 0; office < Offices.Length; office++)
            {
                double share = (isLate && fall?.Office == office ? fall.Value.Share : 1) * (isLate ? fallOfAll : 1);
                int count = rate(office) == 0 ? 0 : Poisson.Sample(random, rate(office) * share);
                for (int index = 0; index < count; index++)
                {
                    DateOnly day = monday.AddDays(random.Next(7));
                    List<KeyValuePair<Dimension, string>> codes = [new(Dimension.Theme, index % 2 == 0 ? "delay" : "lost"), new(Dimension.Office, Offices[office])];
                    if (random.NextDouble() > 0.05 && withoutFinding?.Invoke(office, day) != true)
                    {
                        codes.Add(new(Dimension.Finding, "upheld"));
                    }

                    complaints.Add(new ArchivedComplaint(complaints.Count + 1, day, null, null, codes));
                }
            }
        }

        return complaints;
    }
}
