using Dashboard.Verbs;
using Ingest.DataFiles;
using Ingest.Store;
using Insights;
using Quartz;

namespace Dashboard.Jobs;

/// <summary>Codes, counts and judges what imports brought.</summary>
public sealed class AnalyseJob(StorageOptions storage, DataFolder data, TimeProvider clock, ILogger<AnalyseJob> log) : IJob
{
    public static readonly JobKey Key = new("analyse");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        long started = clock.GetTimestamp();
        AnalysisReport report = await AnalyseVerb.RunAsync(storage, data, new AnalysisOptions(), asOf: null, cancellationToken);
        AnalysisMeter.Record(report, clock.GetElapsedTime(started));
        log.LogInformation("Analysis as of {AsOf}: {Series} series judged, {Signals} signals.", report.AsOf, report.Series, report.Signals.Count);
    }
}
