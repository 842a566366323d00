using System.Text.Json.Serialization;

namespace Dashboard.Api;

/// <summary>The API under <c>/api/v1</c>, which reads and takes imports, and its description in OpenAPI.</summary>
public static class ApiSetup
{
    private const string Version = "v1";

    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        services.AddProblemDetails();
        services.AddOpenApi(Version, options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Complaint insights";
            document.Info.Description = "Signals, counts and redacted complaints to read, and a door for files to import. Every list says how many there are; every share says what it is out of.";
            return Task.CompletedTask;
        }));
        return services;
    }

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi("/api/{documentName}/openapi.json");
        RouteGroupBuilder api = app.MapGroup($"/api/{Version}");
        api.MapCollections();
        api.MapSignals();
        api.MapPatterns();
        api.MapCounts();
        api.MapComplaints();
        api.MapImports();
        app.MapRefusedRows();
    }
}
