namespace Insights.Classification;

/// <summary>What a model's documents say beside what was measured.</summary>
public sealed record ModelDescription
{
    public required string Name { get; init; }

    public required string Version { get; init; }

    /// <summary>What the model is for, in a sentence or more.</summary>
    public required string Purpose { get; init; }

    /// <summary>Where the training rows come from.</summary>
    public required string Data { get; init; }

    /// <summary>What it must not be used for, and what it does badly.</summary>
    public required string Limits { get; init; }

    /// <summary>Day of the training.</summary>
    public required DateOnly TrainedOn { get; init; }

    /// <summary>Version of the program.</summary>
    public required string CodeVersion { get; init; }

    /// <summary>Paragraphs of the card beyond the standard ones, each with a heading of its own.</summary>
    public IReadOnlyList<string> MoreSections { get; init; } = [];
}
