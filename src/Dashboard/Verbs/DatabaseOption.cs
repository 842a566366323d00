using System.CommandLine;
using System.ComponentModel.DataAnnotations;
using Ingest.Store;
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
}
