using System.Diagnostics.Metrics;
using Ingest.Store.Writing;
using Ingest.Validation;

namespace Ingest;

/// <summary>What imports of this process brought, for the office's monitoring. Counts only: nothing of a complaint is in it.</summary>
public static class ImportMeter
{
    /// <summary>Name under which the counts are collected.</summary>
    public const string Name = "Insights.Ingest";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Rows = Meter.CreateCounter<long>("insights.import.rows", "{row}", "Rows read, by what became of them.");
    private static readonly Counter<long> Failures = Meter.CreateCounter<long>("insights.import.failures", "{file}", "Files that could not be imported.");
    private static readonly Histogram<double> Seconds = Meter.CreateHistogram<double>("insights.import.duration", "s", "Duration of an import.");

    internal static void Record(ImportReport report)
    {
        ImportCounts total = report.Total;
        Add(total.Accepted, "accepted");
        Add(total.Duplicates, "duplicate");
        Add(total.Updated, "updated");
        Add(total.Quarantined, "quarantined");
        Failures.Add(report.Failures.Count);
        Seconds.Record(report.Seconds);
    }

    private static void Add(long rows, string outcome) => Rows.Add(rows, new KeyValuePair<string, object?>("outcome", outcome));
}
