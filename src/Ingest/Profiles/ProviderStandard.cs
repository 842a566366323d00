namespace Ingest.Profiles;

/// <summary>The clocks of complaints about providers that answer to another body, such as legal providers and the Legal Ombudsman.</summary>
/// <param name="BusinessArea">Code of the business area whose complaints they are.</param>
/// <param name="Body">The body that complaints can be taken to.</param>
/// <param name="AnswerWeeks">Weeks the provider has to answer, such as 8.</param>
/// <param name="ReferralMonths">Months after its final response within which the body takes the complaint, such as 6.</param>
public sealed record ProviderStandard(string BusinessArea, string Body, int AnswerWeeks, int ReferralMonths);
