namespace Insights.Clocks;

/// <summary>The dates from which it follows whether a complaint can be taken further; each null when it is missing.</summary>
/// <param name="ReceivedOn">When whoever is complained of received it.</param>
/// <param name="RespondedOn">Their final response.</param>
/// <param name="ReferredOn">When it was brought to the body that looks at it afterwards.</param>
/// <param name="IsUnanswered">True when a missing response means that there was none; false when it may only not be recorded.</param>
public readonly record struct ReferralDates(DateOnly? ReceivedOn, DateOnly? RespondedOn, DateOnly? ReferredOn, bool IsUnanswered = false);
