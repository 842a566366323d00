using Insights.Aggregation;
using Insights.Complaints;
using Insights.Detection.Artefacts;

namespace Insights.Detection.Scanning;

/// <summary>Raised windows → events: what belongs together is folded, and each event is tested against its rival explanations.</summary>
/// <param name="counts">All series.</param>
/// <param name="courses">Their courses.</param>
/// <param name="wording">Names of codes.</param>
/// <param name="complaintsOf">The complaints of a window; fewer than counted when there are very many, none where only counts are known.</param>
/// <param name="modelVersion">Version of the model that coded the complaints; null when the source's codes are used.</param>
/// <param name="oldestChangeDays">Changes of recording that began longer ago are left out.</param>
internal sealed class SignalEvents(
    CollectionCounts counts, CourseFitter courses, SignalWording wording, Func<RaisedWindow, IReadOnlyList<ArchivedComplaint>> complaintsOf, string? modelVersion, int oldestChangeDays)
{
    private readonly Dictionary<RaisedWindow, IReadOnlyList<RivalVerdict>> verdicts = [];

    /// <param name="strongestFirst">Raised windows.</param>
    /// <returns>Events, rises before falls, strongest first.</returns>
    public IReadOnlyList<SignalEvent> Find(IReadOnlyList<RaisedWindow> strongestFirst)
    {
        SignalFolding folding = new(complaintsOf, IsRenamed);
        HashSet<SeriesKey> counterparts = [];
        List<SignalEvent> events = [];
        foreach ((RaisedWindow window, List<RaisedWindow> folded) in folding.Fold(strongestFirst).OrderBy(pair => pair.Key.IsFall))
        {
            // The name that stopped and the name that started are one event, shown by the one that started.
            if (window.IsFall && counterparts.Contains(window.Series.Key))
            {
                continue;
            }

            if (IsRenamed(window) && window.Start <= counts.JudgedPeriods - 1 - Calendar.For(counts.Collection.Interval).PeriodsIn(oldestChangeDays))
            {
                // A change of recording that long ago is no news; only its window still reaches into the year looked at.
                continue;
            }

            if (events.Find(other => IsSameChange(other, window)) is { } change)
            {
                events[events.IndexOf(change)] = change with { Folded = [.. change.Folded, window, .. folded] };
                continue;
            }

            counterparts.UnionWith(Rivals(window).Where(verdict => verdict.Accounts).SelectMany(verdict => verdict.Counterparts));
            events.Add(new SignalEvent(window, folded, Rivals(window)));
        }

        return events;
    }

    /// <summary>A reworded form touches many codes at once: it is one change, shown by its strongest.</summary>
    private bool IsSameChange(SignalEvent other, RaisedWindow window)
    {
        int tolerance = Calendar.For(counts.Collection.Interval).PeriodsIn(RecordingChange.ToleranceDays);
        return IsRenamed(other.Window) && IsRenamed(window)
            && other.Window.Series.Key.Slice.First == window.Series.Key.Slice.First
            && Math.Abs(other.Window.Start - window.Start) <= tolerance;
    }

    private bool IsRenamed(RaisedWindow window) => Rivals(window).Any(verdict => verdict.Accounts && string.Equals(verdict.Code, RecordingChange.Code, StringComparison.Ordinal));

    private IReadOnlyList<RivalVerdict> Rivals(RaisedWindow window)
    {
        if (!verdicts.TryGetValue(window, out IReadOnlyList<RivalVerdict>? known))
        {
            verdicts[window] = known = ArtefactGuard.Test(new RivalContext(window, counts, courses, wording, complaintsOf(window), modelVersion));
        }

        return known;
    }
}
