using System.Diagnostics.Metrics;
using Insights;

namespace Dashboard.Jobs;

/// <summary>What the analyses of this process found and how long they took, for the office's monitoring.</summary>
public static class AnalysisMeter
{
    /// <summary>Name under which the counts are collected.</summary>
    public const string Name = "Insights.Analysis";

    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Seconds = Meter.CreateHistogram<double>("insights.analysis.duration", "s", "Duration of an analysis.");
    private static readonly Gauge<int> Series = Meter.CreateGauge<int>("insights.analysis.series", "{series}", "Series judged by the last analysis.");
    private static readonly Gauge<int> Signals = Meter.CreateGauge<int>("insights.analysis.signals", "{signal}", "Signals of the last analysis.");

    internal static void Record(AnalysisReport report, TimeSpan duration)
    {
        Seconds.Record(duration.TotalSeconds);
        Series.Record(report.Series);
        Signals.Record(report.Signals.Count);
    }
}
