using Ingest.Store.PageQueries.Campaigns;
using Ingest.Store.PageQueries.Collections;
using Ingest.Store.PageQueries.Complaints;
using Ingest.Store.PageQueries.Imports;
using Ingest.Store.PageQueries.Overview;
using Ingest.Store.PageQueries.Patterns;
using Ingest.Store.PageQueries.Signals;
using Ingest.Store.PageQueries.Trends;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Store.PageQueries;

/// <summary>One query class a page.</summary>
public static class PageQueryRegistration
{
    public static IServiceCollection AddPageQueries(this IServiceCollection services) => services
        .AddScoped<CollectionsQuery>()
        .AddScoped<OverviewQuery>()
        .AddScoped<SignalsQuery>()
        .AddScoped<SignalTriage>()
        .AddScoped<PatternsQuery>()
        .AddScoped<TrendsQuery>()
        .AddScoped<ComplaintsQuery>()
        .AddScoped<ComplaintQuery>()
        .AddScoped<ImportsQuery>()
        .AddScoped<RefusedRowsQuery>()
        .AddScoped<CampaignsQuery>();
}
