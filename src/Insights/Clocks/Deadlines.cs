namespace Insights.Clocks;

/// <summary>
/// Ends of periods in weeks and months. A period of months after a day ends on the day of the same number, or on the last day of a month that has no
/// such day: the corresponding date rule of Dodds v Walker [1981] 1 WLR 1027.
/// </summary>
public static class Deadlines
{
    private const int DaysPerWeek = 7;

    /// <summary>The last day of a period of months after a day.</summary>
    public static DateOnly MonthsAfter(DateOnly day, int months)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(months);
        return day.AddMonths(months);
    }

    /// <summary>The last day of a period of weeks after a day.</summary>
    public static DateOnly WeeksAfter(DateOnly day, int weeks)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(weeks);
        return day.AddDays(weeks * DaysPerWeek);
    }

    /// <summary>What the dates alone say of a complaint brought to a body that acts on final responses and on nothing before them, such as the examiner.</summary>
    /// <param name="dates">The complaint's dates.</param>
    /// <param name="months">Months after the final response within which it must come.</param>
    public static ReferralState Referral(ReferralDates dates, int months) => dates switch
    {
        { ReferredOn: null } => ReferralState.NotKnown,
        { RespondedOn: null } => dates.IsUnanswered ? ReferralState.NoFinalResponse : ReferralState.NotKnown,
        { RespondedOn: { } responded, ReferredOn: { } referred } when responded > referred => ReferralState.NoFinalResponse,
        { RespondedOn: { } responded, ReferredOn: { } referred } => referred > MonthsAfter(responded, months) ? ReferralState.OutOfTime : ReferralState.InTime,
    };

    /// <summary>
    /// The same of a body that also takes complaints a provider has left unanswered for some weeks: the Legal Ombudsman's eight (Scheme Rules 5.3). Before
    /// they have passed there is no final response yet; afterwards none is needed.
    /// </summary>
    /// <param name="dates">The complaint's dates.</param>
    /// <param name="answerWeeks">Weeks the provider has to answer.</param>
    /// <param name="months">Months after the provider's final response within which it must come.</param>
    public static ReferralState ReferralOfProvider(ReferralDates dates, int answerWeeks, int months) => Referral(dates, months) switch
    {
        ReferralState.NoFinalResponse => dates is { ReceivedOn: { } received, ReferredOn: { } referred }
            ? referred > WeeksAfter(received, answerWeeks) ? ReferralState.InTime : ReferralState.NoFinalResponse
            : ReferralState.NotKnown,
        ReferralState state => state,
    };
}
