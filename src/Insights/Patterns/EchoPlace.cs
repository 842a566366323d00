namespace Insights.Patterns;

/// <summary>One place in which a pattern rises.</summary>
/// <param name="Code">The place's code.</param>
/// <param name="Name">The place in words.</param>
/// <param name="Observed">Complaints with the pattern in the recent days.</param>
/// <param name="Expected">How many the same place's past predicts.</param>
public sealed record EchoPlace(string Code, string Name, int Observed, double Expected);
