using Ingest.Profiles;
using Ingest.Store.Entities;
using Insights.Clocks;

namespace Ingest.Clocks;

/// <summary>
/// The remit that follows from a complaint's dates and from nothing else, by the clocks of its profile. It stands beside the remit that a source, a model or
/// a person read from the wording, and never replaces it.
/// </summary>
public static class RemitByDates
{
    /// <summary>The dates are no obstacle. The wording may still be.</summary>
    public const string InTime = "in";

    public const string NoFinalResponse = "out:no_final_response";

    public const string OutOfTime = "out:out_of_time";

    /// <summary>The code; null when a date is missing, or when the complaint's business area is not known or has no such clock.</summary>
    public static string? Of(ComplaintRow complaint, ServiceStandard? standard) =>
        Of(new ReferralDates(complaint.ReceivedOn, complaint.RespondedOn, complaint.ReferredOn, standard?.EmptyResponseMeansNone == true), complaint.BusinessArea, standard);

    public static string? Of(ReferralDates dates, string? businessArea, ServiceStandard? standard)
    {
        // Most sources do not carry this date: nothing else is looked at for their complaints.
        if (standard is null || dates.ReferredOn is null)
        {
            return null;
        }

        ReferralState state = standard.ProviderOf(businessArea) is { } provider ? Deadlines.ReferralOfProvider(dates, provider.AnswerWeeks, provider.ReferralMonths)
            : standard.ExaminerMonths is { } months && standard.IsForExaminer(businessArea) ? Deadlines.Referral(dates, months)
            : ReferralState.NotKnown;
        return state switch
        {
            ReferralState.InTime => InTime,
            ReferralState.NoFinalResponse => NoFinalResponse,
            ReferralState.OutOfTime => OutOfTime,
            _ => null,
        };
    }
}
