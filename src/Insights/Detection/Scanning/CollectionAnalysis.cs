using Insights.Aggregation;
using Insights.Complaints;
using Insights.Detection.Artefacts;
using Insights.Explanation;

namespace Insights.Detection.Scanning;

/// <summary>One collection from counts to signals: scan → fold → test rivals → rank → explain.</summary>
internal sealed class CollectionAnalysis
{
    /// <summary>Complaints read for one signal at most: enough for every sparse one, a sample of the newest for the rest.</summary>
    private const int MostComplaints = 2000;

    private readonly IComplaintArchive archive;
    private readonly CollectionCounts counts;
    private readonly ScanOptions options;
    private readonly string? modelVersion;
    private readonly CourseFitter courses;
    private readonly Calendar calendar;
    private readonly SignalWording wording;
    private readonly Dictionary<RaisedWindow, IReadOnlyList<ArchivedComplaint>> complaints = [];
    private readonly Dictionary<RaisedWindow, IReadOnlyList<RivalVerdict>> verdicts = [];

    public CollectionAnalysis(IComplaintArchive archive, CollectionCounts counts, ScanOptions options, string? modelVersion)
    {
        this.archive = archive;
        this.counts = counts;
        this.options = options;
        this.modelVersion = modelVersion;
        calendar = Calendar.For(counts.Collection.Interval);
        courses = new CourseFitter(counts, calendar);
        wording = new SignalWording(counts.Collection);
    }

    /// <summary>The signals of the collection, best first, their ranks not yet set.</summary>
    public async Task<(ScanResult Scan, IReadOnlyList<RankedSignal> Signals)> RunAsync(CancellationToken cancellationToken)
    {
        ScanResult scan = new SignalScanner(counts, courses, options).Scan();
        foreach (RaisedWindow window in scan.Windows)
        {
            complaints[window] = await archive.ComplaintsAsync(window.Series.Key, FirstDay(window), LastDay(window), MostComplaints, cancellationToken);
        }

        SignalFolding folding = new(window => complaints[window], IsRenamed);
        IReadOnlyList<KeyValuePair<RaisedWindow, List<RaisedWindow>>> events = folding.Fold(scan.Windows);
        HashSet<SeriesKey> counterparts = [];
        List<RankedSignal> signals = [];
        foreach ((RaisedWindow window, List<RaisedWindow> folded) in events.OrderBy(pair => pair.Key.IsFall))
        {
            // The name that stopped and the name that started are one event, shown by the one that started.
            if (window.IsFall && counterparts.Contains(window.Series.Key))
            {
                continue;
            }

            counterparts.UnionWith(Rivals(window).Where(verdict => verdict.Accounts).SelectMany(verdict => verdict.Counterparts));
            double adjusted = scan.AdjustedPValues[scan.Windows.ToList().IndexOf(window)];
            signals.Add(await SignalAsync(window, folded, Rivals(window), adjusted, scan.Level, cancellationToken));
        }

        return (scan, signals);
    }

    private bool IsRenamed(RaisedWindow window) => Rivals(window).Any(verdict => verdict.Accounts && string.Equals(verdict.Code, RecordingChange.Code, StringComparison.Ordinal));

    private IReadOnlyList<RivalVerdict> Rivals(RaisedWindow window)
    {
        if (!verdicts.TryGetValue(window, out IReadOnlyList<RivalVerdict>? known))
        {
            verdicts[window] = known = ArtefactGuard.Test(new RivalContext(window, counts, courses, wording, complaints[window], modelVersion));
        }

        return known;
    }

    private async Task<RankedSignal> SignalAsync(
        RaisedWindow window, List<RaisedWindow> folded, IReadOnlyList<RivalVerdict> rivals, double adjusted, double level, CancellationToken cancellationToken)
    {
        SignalExplainer explainer = new(archive, counts);
        SignalExplanation explanation = await explainer.ExplainAsync(window.Series.Key, FirstDay(window), LastDay(window), complaints[window], cancellationToken);
        (double points, string ranking) = SignalRanking.Points(window, counts.Collection.Taxonomy, complaints[window]);
        double dispersion = window.Course.PredictiveDispersion(window.Expected);
        Period first = window.Series.PeriodAt(window.Start);
        Period last = window.Series.PeriodAt(window.End);
        Signal signal = new()
        {
            Rank = 0,
            Key = window.Series.Key,
            Title = wording.Title(window.Series.Key),
            Period = last,
            Since = first,
            Observed = window.Observed,
            Expected = window.Expected,
            Upper = window.IsFall ? WindowTail.Lower(window.Expected, dispersion, level) : WindowTail.Upper(window.Expected, dispersion, level),
            PValue = Math.Exp(window.LogPValue),
            AdjustedPValue = adjusted,
            Artefact = rivals.FirstOrDefault(rival => rival.Accounts)?.Code,
            RivalExplanations = [.. rivals.Select(rival => rival.Sentence)],
            Method = window.IsFall ? "silence" : "window scan",
            Reason = $"{SignalReason.For(window, calendar, counts.Collection.Interval, folded.Select(other => wording.Title(other.Series.Key)))} {ranking}",
            Sentence = wording.Sentence(window, first, last, window.End >= window.Series.JudgedPeriods - calendar.PeriodsIn(options.CurrentFallDays)),
            Chart = SignalCharts.Draw(window, courses, calendar),
            Explanation = explanation,
        };
        return new RankedSignal(signal, points);
    }

    private static DateOnly FirstDay(RaisedWindow window) => window.Series.PeriodAt(window.Start).Start;

    private static DateOnly LastDay(RaisedWindow window) => window.Series.PeriodAt(window.End).End;
}
