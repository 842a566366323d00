namespace Insights.Classification;

/// <summary>A model as the analysis uses it.</summary>
/// <param name="Version">Name and version, stored with every prediction.</param>
/// <param name="Predict">Codes one text; called from several threads at once.</param>
public sealed record CodingModel(string Version, Func<string, ComplaintPrediction> Predict);
