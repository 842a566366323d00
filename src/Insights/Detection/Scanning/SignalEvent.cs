using Insights.Detection.Artefacts;

namespace Insights.Detection.Scanning;

/// <summary>One event.</summary>
/// <param name="Window">The window it is shown by.</param>
/// <param name="Folded">Windows that the same complaints raised, too.</param>
/// <param name="Rivals">The rival explanations and their verdicts.</param>
internal sealed record SignalEvent(RaisedWindow Window, IReadOnlyList<RaisedWindow> Folded, IReadOnlyList<RivalVerdict> Rivals)
{
    /// <summary>Code of the first rival that accounts for it; null when none does.</summary>
    public string? Artefact => Rivals.FirstOrDefault(rival => rival.Accounts)?.Code;
}
