using Dashboard.Pages.Complaints;
using Ingest.DataFiles;
using Ingest.Profiles;
using Ingest.Store.Entities;

namespace Dashboard.Tests.Pages;

/// <summary>What a complaint's page says of its clocks, with the shipped profile and calendar.</summary>
public sealed class ComplaintClocksTests
{
    private static readonly DataFolder Data = DataFolder.Find();
    private static readonly ServiceStandard Standard = Data.LoadProfile("home-office-sample").ServiceStandard!;

    [Fact]
    public void LateAnswer_SaysTheWorkingDayAndTheEndOfTheThreeMonths()
    {
        // From Monday 20 July: day 4 is Friday 24, and five more each week: day 29 is Friday 28 August. Monday 31 is the summer bank holiday, so Tuesday
        // 1 September is day 30 and Wednesday day 31.
        string said = Say(new DateOnly(2026, 7, 20), new DateOnly(2026, 9, 2), "UKVI");

        said.ShouldContain("Answered on working day 31 of 20, late; it was due on Monday 17 August 2026.");
        said.ShouldContain("The three months end on Wednesday 2 December 2026.");
        said.ShouldContain("Due on Monday 27 July 2026.");
    }

    [Fact]
    public void LegalProvider_HasEightWeeksAndSixMonths()
    {
        string said = Say(new DateOnly(2026, 7, 20), new DateOnly(2026, 8, 31), "LegalServiceProvider");

        said.ShouldContain("The 8 weeks the provider has to answer end on Monday 14 September 2026.");
        said.ShouldContain("To the Legal Ombudsman: The six months end on Sunday 28 February 2027.");
    }

    [Fact]
    public void MissingAndUncoveredDates_AreNotKnown()
    {
        Say(null, new DateOnly(2026, 9, 3), "UKVI").ShouldContain("Not known: the date of receipt is not recorded.");
        Say(new DateOnly(2026, 7, 20), null, "UKVI").ShouldContain("No final response is recorded, so the three months have not begun.");
        Say(new DateOnly(1999, 7, 20), new DateOnly(1999, 9, 3), "UKVI").ShouldContain("the calendar of bank holidays does not cover these dates");
        Say(new DateOnly(2026, 9, 3), new DateOnly(2026, 7, 20), "UKVI").ShouldContain("the answer is dated before the receipt");
    }

    [Fact]
    public void ComplaintThatReachedTheExaminer_SaysWhetherInTime()
    {
        DateOnly received = new(2026, 7, 20);
        DateOnly responded = new(2026, 9, 2);

        Say(received, responded, "UKVI", new DateOnly(2026, 12, 2)).ShouldContain("It was brought on Wednesday 2 December 2026: in time.");
        Say(received, responded, "UKVI", new DateOnly(2026, 12, 3)).ShouldContain("It was brought on Thursday 3 December 2026: out of time.");
        Say(received, responded, "UKVI", new DateOnly(2026, 9, 1)).ShouldContain("before there was a final response.");
        Say(received, null, "UKVI", new DateOnly(2026, 9, 1)).ShouldContain("whether in time is not known, because a date is missing.");
        Say(received, responded, "Other", new DateOnly(2026, 12, 3)).ShouldNotContain("examiner");
    }

    private static string Say(DateOnly? received, DateOnly? responded, string area, DateOnly? referred = null)
    {
        ComplaintRow complaint = new() { Reference = "R", ContentHash = [], ReceivedOn = received, RespondedOn = responded, BusinessArea = area, ReferredOn = referred };
        return string.Join('\n', ComplaintClocks.Of(complaint, Standard, Data.LoadCalendar(Standard.Calendar)).Select(clock => $"{clock.Key}: {clock.Value}"));
    }
}
