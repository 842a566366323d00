using Dashboard.Jobs;
using Ingest;
using OpenTelemetry.Metrics;

namespace Dashboard.Setup;

/// <summary><c>/metrics</c>: requests, imports, analyses and the runtime as Prometheus text.</summary>
public static class MetricsSetup
{
    private static readonly string[] Meters = ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", ImportMeter.Name, AnalysisMeter.Name];

    public static IServiceCollection AddMeasures(this IServiceCollection services)
    {
        services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter(Meters).AddPrometheusExporter());
        return services;
    }

    public static void MapMetrics(this WebApplication app) => app.MapPrometheusScrapingEndpoint("/metrics").ExcludeFromDescription();
}
