namespace Dashboard.Api;

/// <summary>The read-only API under <c>/api/v1</c> and its description.</summary>
public static class ApiSetup
{
    public static IServiceCollection AddApi(this IServiceCollection services) => services;

    public static void MapApi(this WebApplication app)
    {
    }
}
