using Dashboard.Pages.Trends;
using Microsoft.AspNetCore.Http.Features;

namespace Dashboard.Setup;

/// <summary>Razor Pages, their assets and their error page.</summary>
public static class PagesSetup
{
    /// <summary>Largest upload. A million short complaints fit; larger files go in by the verb <c>import</c>.</summary>
    public const long LargestUploadBytes = 512L * 1024 * 1024;

    private const int AssetDaysInCache = 1;

    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorPages();
        services.AddRouting(options => options.LowercaseUrls = true);
        services.Configure<FormOptions>(options => options.MultipartBodyLengthLimit = LargestUploadBytes);
        services.AddScoped<TrendReportBuilder>();
        return services;
    }

    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/error", "?status={0}");
    }

    public static void UseAssets(this WebApplication app) => app.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = context => context.Context.Response.Headers.CacheControl = $"public, max-age={TimeSpan.FromDays(AssetDaysInCache).TotalSeconds:0}",
    });
}
