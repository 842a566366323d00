using Insights.Aggregation;
using Insights.Complaints;
using Insights.Detection.Scanning;

namespace Insights.Detection.Artefacts;

/// <summary>What a rival explanation is tested on.</summary>
/// <param name="Window">The signal's window.</param>
/// <param name="Counts">All series of the collection.</param>
/// <param name="Courses">Expected courses of any of them.</param>
/// <param name="Wording">Names of codes.</param>
/// <param name="Complaints">The complaints of the window; fewer than observed when there are very many.</param>
/// <param name="ModelVersion">Version of the model that coded the complaints; null when the source's codes are used.</param>
internal sealed record RivalContext(
    RaisedWindow Window, CollectionCounts Counts, CourseFitter Courses, SignalWording Wording, IReadOnlyList<ArchivedComplaint> Complaints, string? ModelVersion)
{
    /// <summary>A rival accounts for a signal when chance explains what it leaves at least this often.</summary>
    private const double AccountedLevel = 0.01;

    /// <summary>True when so many complaints would be no signal, given what is expected.</summary>
    public bool IsUnremarkable(int observed, double expected) => Window.IsFall
        ? observed >= expected || WindowTail.LogPValue(observed, expected, Window.Course.PredictiveDispersion(expected, Window.Length), true) > Math.Log(AccountedLevel)
        : observed <= expected || WindowTail.LogPValue(observed, expected, Window.Course.PredictiveDispersion(expected, Window.Length), false) > Math.Log(AccountedLevel);
}
