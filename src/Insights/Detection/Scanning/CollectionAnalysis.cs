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
    private readonly SignalRanking ranking;
    private readonly Dictionary<RaisedWindow, IReadOnlyList<ArchivedComplaint>> complaints = [];

    public CollectionAnalysis(IComplaintArchive archive, CollectionCounts counts, ScanOptions options, string? modelVersion)
    {
        this.archive = archive;
        this.counts = counts;
        this.options = options;
        this.modelVersion = modelVersion;
        calendar = Calendar.For(counts.Collection.Interval);
        courses = new CourseFitter(counts, calendar);
        wording = new SignalWording(counts.Collection);
        ranking = new SignalRanking(counts.Collection.Taxonomy, options.Ranking, options.Vulnerability);
    }

    /// <summary>The signals of the collection, best first, their ranks not yet set.</summary>
    public async Task<(ScanResult Scan, IReadOnlyList<RankedSignal> Signals)> RunAsync(CancellationToken cancellationToken)
    {
        ScanResult scan = new SignalScanner(counts, courses, options).Scan();
        foreach (RaisedWindow window in scan.Windows)
        {
            complaints[window] = await archive.ComplaintsAsync(window.Series.Key, FirstDay(window), LastDay(window), MostComplaints, cancellationToken);
        }

        SignalEvents events = new(counts, courses, wording, window => complaints[window], modelVersion, options.RecentDays);
        Dictionary<RaisedWindow, double> adjusted = scan.Windows.Zip(scan.AdjustedPValues).ToDictionary(pair => pair.First, pair => pair.Second);
        List<RankedSignal> signals = [];
        IReadOnlyList<SignalEvent> foundEvents = events.Find(scan.Windows);
        EarlierSignal[] earlier =
        [
            .. await archive.EarlierSignalsAsync(counts.Collection.Name, cancellationToken),
            .. foundEvents.Where(found => !found.Rivals.Any(rival => rival.Accounts))
                .Select(found => new EarlierSignal(found.Window.Series.Key, found.Window.Series.PeriodAt(found.Window.Start), found.Window.Series.PeriodAt(found.Window.End))),
        ];
        foreach (SignalEvent found in foundEvents)
        {
            signals.Add(await SignalAsync(found.Window, found.Folded, found.Rivals, adjusted[found.Window], scan.Budget.Of(found.Window.Series.Key.Slice).Level, earlier, cancellationToken));
        }

        return (scan, signals);
    }

    private async Task<RankedSignal> SignalAsync(
        RaisedWindow window, IReadOnlyList<RaisedWindow> folded, IReadOnlyList<RivalVerdict> rivals, double adjusted, double level, IReadOnlyList<EarlierSignal> earlier,
        CancellationToken cancellationToken)
    {
        SignalExplainer explainer = new(archive, counts);
        SignalExplanation explanation = await explainer.ExplainAsync(window.Series.Key, FirstDay(window), LastDay(window), complaints[window], cancellationToken);
        IReadOnlyList<RankingPoint> points = ranking.Points(window, complaints[window], earlier);
        explanation = Completed(explanation, window) with { Points = points };
        double dispersion = window.Course.PredictiveDispersion(window.Expected, window.Length);
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
            Reason = SignalReason.For(window, calendar, folded, wording.Title),
            Sentence = wording.Sentence(window, first, last, window.End >= window.Series.JudgedPeriods - calendar.PeriodsIn(options.CurrentFallDays)),
            Chart = SignalCharts.Draw(window, courses, calendar),
            Explanation = explanation,
        };
        return new RankedSignal(signal, points.Sum(point => point.Points));
    }

    private SignalExplanation Completed(SignalExplanation explanation, RaisedWindow window)
    {
        (int earliest, int latest) = ChangePoint.Of(window, calendar);
        SignalExplanation complete = explanation with
        {
            BeganEarliest = window.Series.PeriodAt(earliest).Start,
            BeganLatest = window.Series.PeriodAt(latest).Start,
            Neighbours = SignalNeighbours.Of(window, counts, courses, wording),
            Missing = [.. counts.Series.SelectMany(series => series.Key.Facets).Where(facet => facet.Value.Length > 0).Select(facet => facet.Key).Distinct().Order()
                .Select(dimension => new MissingCode(dimension, complaints[window].Count(complaint => complaint.Codes.All(code => code.Key != dimension)), complaints[window].Count))],
        };
        return complete with { Paragraph = SignalParagraph.Write(window, counts.Collection.JudgesShares ? counts.WholeOf(window.Series.Key) : null, wording, calendar, complete) };
    }

    private static DateOnly FirstDay(RaisedWindow window) => window.Series.PeriodAt(window.Start).Start;

    private static DateOnly LastDay(RaisedWindow window) => window.Series.PeriodAt(window.End).End;
}
