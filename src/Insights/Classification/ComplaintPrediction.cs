namespace Insights.Classification;

/// <summary>What a model says about one complaint. It never replaces a person's coding: both are stored, each with its versions.</summary>
public sealed record ComplaintPrediction
{
    public required CodePrediction BusinessArea { get; init; }

    public required IReadOnlyList<ThemePrediction> Themes { get; init; }

    public required CodePrediction ComplaintType { get; init; }

    public required CodePrediction Remit { get; init; }

    /// <summary>True when the model is too unsure to be used without a person.</summary>
    public required bool NeedsReview { get; init; }
}
