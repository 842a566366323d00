using Ingest.Store.Dialects;
using Ingest.Store.Migrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Store;

/// <summary>Puts the store into a container, or opens it without one.</summary>
public static class StoreRegistration
{
    /// <summary>Adds <c>IDbContextFactory&lt;InsightsDbContext&gt;</c> and a scoped <see cref="InsightsDbContext"/> for the database of the options.</summary>
    public static IServiceCollection AddStore(this IServiceCollection services, StorageOptions options)
    {
        services.AddSingleton(options);
        services.AddPooledDbContextFactory<InsightsDbContext>(builder => Configure(builder, options));
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<InsightsDbContext>>().CreateDbContext());
        return services;
    }

    /// <summary>Opens a context without a container: verbs, benchmarks, tests.</summary>
    public static InsightsDbContext Open(StorageOptions options)
    {
        DbContextOptionsBuilder<InsightsDbContext> builder = new();
        Configure(builder, options);
        return new InsightsDbContext(builder.Options);
    }

    private static void Configure(DbContextOptionsBuilder builder, StorageOptions options)
    {
        StoreDialect.For(options.Provider).Use(builder, options.ConnectionString);
        builder.ReplaceService<IMigrationsAssembly, ProviderMigrations>();

        // Migrations are hand-written and carry no model snapshot; the drift test compares them with the model instead.
        builder.ConfigureWarnings(warnings => warnings
            .Ignore(RelationalEventId.PendingModelChangesWarning, RelationalEventId.MigrationsNotFound)

            // The same question must get the same answer: no query takes "the first" of rows in the order a database happens to find them in.
            // A limit without an order is only set where it is asked how many rows there are up to a bound, and whether there is one.
            .Throw(CoreEventId.FirstWithoutOrderByAndFilterWarning)
            .Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));
    }
}
