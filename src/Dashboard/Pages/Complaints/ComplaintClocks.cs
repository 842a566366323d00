using System.Globalization;
using Ingest.Clocks;
using Ingest.Profiles;
using Ingest.Store.Entities;
using Insights.Clocks;

namespace Dashboard.Pages.Complaints;

/// <summary>What a complaint's dates say against the standards of its profile, in sentences that hold whenever they are read.</summary>
public static class ComplaintClocks
{
    private const string NotKnown = "Not known: the calendar of bank holidays does not cover these dates.";

    public static IEnumerable<KeyValuePair<string, string>> Of(ComplaintRow complaint, ServiceStandard standard, WorkingDayCalendar calendar)
    {
        yield return new($"Answer in {standard.WorkingDays} working days", Answer(complaint, standard.WorkingDays, calendar));
        if (standard.RemitWorkingDays is { } remitDays)
        {
            yield return new($"Remit decision in {remitDays} working days", Remit(complaint.ReceivedOn, remitDays, calendar));
        }

        if (standard.ProviderOf(complaint.BusinessArea) is { } provider)
        {
            yield return new("The provider's answer", complaint.ReceivedOn is { } received
                ? $"The {provider.AnswerWeeks} weeks the provider has to answer end on {Day(Deadlines.WeeksAfter(received, provider.AnswerWeeks))}."
                : "Not known: the date of receipt is not recorded.");
            yield return new($"To the {provider.Body}", Referral(complaint, standard, provider.ReferralMonths));
        }
        else if (standard.ExaminerMonths is { } months && standard.IsForExaminer(complaint.BusinessArea))
        {
            yield return new("To the examiner", Referral(complaint, standard, months));
        }
    }

    private static string Answer(ComplaintRow complaint, int standard, WorkingDayCalendar calendar)
    {
        if (complaint.ReceivedOn is not { } received)
        {
            return "Not known: the date of receipt is not recorded.";
        }

        if (calendar.AddWorkingDays(received, standard) is not { } due)
        {
            return NotKnown;
        }

        if (complaint.RespondedOn is not { } responded)
        {
            return $"No answer is recorded. The {standard} working days end on {Day(due)}.";
        }

        return responded < received ? "Not known: the answer is dated before the receipt."
            : calendar.WorkingDaysBetween(received, responded) is not { } days ? NotKnown
            : $"Answered on working day {days} of {standard}, {(responded <= due ? "in time" : "late")}; it was due on {Day(due)}.";
    }

    private static string Remit(DateOnly? received, int days, WorkingDayCalendar calendar) => received is not { } start
        ? "Not known: the date of receipt is not recorded."
        : calendar.AddWorkingDays(start, days) is { } due ? $"Due on {Day(due)}. When it was made is not recorded." : NotKnown;

    private static string Referral(ComplaintRow complaint, ServiceStandard standard, int months)
    {
        string limit = complaint.RespondedOn is { } final ? $"The {Number(months)} months end on {Day(Deadlines.MonthsAfter(final, months))}."
            : standard.EmptyResponseMeansNone ? $"There was no final response, so the {Number(months)} months have not begun."
            : $"No final response is recorded, so the {Number(months)} months have not begun.";
        return complaint.ReferredOn is { } referred ? $"{limit} It was brought on {Day(referred)}: {Verdict(RemitByDates.Of(complaint, standard))}." : limit;
    }

    private static string Verdict(string? remit) => remit switch
    {
        RemitByDates.InTime => "in time",
        RemitByDates.OutOfTime => "out of time",
        RemitByDates.NoFinalResponse => "before there was a final response",
        _ => "whether in time is not known, because a date is missing",
    };

    private static string Day(DateOnly day) => day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Number(int months) => months switch
    {
        3 => "three",
        6 => "six",
        _ => months.ToString(CultureInfo.InvariantCulture),
    };
}
