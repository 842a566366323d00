using System.CommandLine;
using System.ComponentModel.DataAnnotations;
using Ingest.Store;
using Ingest.Store.Migrations;
using Insights;

namespace Dashboard.Verbs;

/// <summary>The option <c>--database PATH</c> of every verb that has a store, and what stands in for it: environment, then <c>appsettings.json</c>.</summary>
public static class DatabaseOption
{
    public static Option<string?> Create() => new("--database")
    {
        Description = $"SQLite file to use. Default: the setting {StorageOptions.Section}:ConnectionString, else {StorageOptions.DefaultFile} here.",
    };

    /// <param name="databaseFile">What the option says; null when it was not given.</param>
    /// <exception cref="InputErrorException">The settings name no database that can be used.</exception>
    public static StorageOptions Storage(string? databaseFile)
    {
        if (databaseFile is not null)
        {
            return StorageOptions.ForFile(databaseFile);
        }

        IConfigurationSection section = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .Build()
            .GetSection(StorageOptions.Section);
        try
        {
            StorageOptions options = section.Get<StorageOptions>() ?? new StorageOptions();
            Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
            return options;
        }
        catch (Exception problem) when (problem is ValidationException or InvalidOperationException)
        {
            throw new InputErrorException(
                $"The settings {StorageOptions.Section} cannot be used: {problem.Message} Expected Provider {string.Join(" or ", Enum.GetNames<StorageProvider>())}, and a ConnectionString.",
                problem);
        }
    }

    /// <summary>The store of a verb that changes what is there: it must exist, and its tables are brought up to date.</summary>
    /// <exception cref="InputErrorException">There is no such database.</exception>
    public static async Task<StorageOptions> ExistingAsync(string? databaseFile, CancellationToken cancellationToken)
    {
        StorageOptions storage = Storage(databaseFile);
        if (storage.DatabaseFile is { } file && !File.Exists(file))
        {
            throw new InputErrorException($"There is no database {file}. Name the one that the import went into with --database.");
        }

        await using InsightsDbContext context = StoreRegistration.Open(storage);
        await context.UpgradeAsync(cancellationToken);
        return storage;
    }
}
