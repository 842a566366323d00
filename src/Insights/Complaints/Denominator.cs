namespace Insights.Complaints;

/// <summary>What complaints of a dimension are held against, such as homes of a landlord.</summary>
/// <param name="Dimension">The dimension whose codes have a size.</param>
/// <param name="Title">What is counted, in the plural: "homes", "applications".</param>
/// <param name="Per">The rate's base, such as 1000 ("per 1,000 homes").</param>
public sealed record Denominator(Dimension Dimension, string Title, int Per);
