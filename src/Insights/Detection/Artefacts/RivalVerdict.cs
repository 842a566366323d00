using Insights.Complaints;

namespace Insights.Detection.Artefacts;

/// <summary>What came of testing a rival explanation.</summary>
/// <param name="Code">The artefact's code, such as <c>campaign</c>.</param>
/// <param name="Accounts">True when it accounts for the signal.</param>
/// <param name="Sentence">What was tested and found, in one sentence.</param>
internal sealed record RivalVerdict(string Code, bool Accounts, string Sentence)
{
    /// <summary>Series that are the other side of the same change, such as the name that stopped when this one started.</summary>
    public IReadOnlyList<SeriesKey> Counterparts { get; init; } = [];
}
