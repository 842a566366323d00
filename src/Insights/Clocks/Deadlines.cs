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

    /// <summary>What the dates alone say of a complaint brought to a body that acts on final responses.</summary>
    /// <param name="finalResponseOn">The final response of whoever is complained of; null when there is none.</param>
    /// <param name="broughtOn">When the complaint came to the body.</param>
    /// <param name="months">Months after the final response within which it must come.</param>
    public static ReferralState Referral(DateOnly? finalResponseOn, DateOnly broughtOn, int months) => finalResponseOn switch
    {
        null => ReferralState.NoFinalResponse,
        { } responded when responded > broughtOn => ReferralState.NoFinalResponse,
        { } responded when broughtOn > MonthsAfter(responded, months) => ReferralState.OutOfTime,
        _ => ReferralState.InTime,
    };
}
