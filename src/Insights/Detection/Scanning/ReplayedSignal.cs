using Insights.Complaints;

namespace Insights.Detection.Scanning;

/// <summary>A signal as a replay saw it at one time.</summary>
/// <param name="Number">The same for the same event at every time it is seen.</param>
/// <param name="Key">Its series.</param>
/// <param name="Title">Its series in words.</param>
/// <param name="Since">First period.</param>
/// <param name="Until">Last period.</param>
/// <param name="Observed">Complaints.</param>
/// <param name="Expected">Expected complaints.</param>
/// <param name="LogPValue">Natural logarithm of the window's p.</param>
/// <param name="IsFall">True for a silence.</param>
/// <param name="Artefact">Code of what explains it; null when nothing does.</param>
/// <param name="IsNew">True the first time it is seen.</param>
/// <param name="Folded">What the same complaints also raised.</param>
public sealed record ReplayedSignal(
    int Number,
    SeriesKey Key,
    string Title,
    Period Since,
    Period Until,
    int Observed,
    double Expected,
    double LogPValue,
    bool IsFall,
    string? Artefact,
    bool IsNew,
    IReadOnlyList<string> Folded);
