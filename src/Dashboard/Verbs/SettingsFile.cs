using System.ComponentModel.DataAnnotations;
using Insights;

namespace Dashboard.Verbs;

/// <summary>The settings beside the program, <c>appsettings.json</c>, over which the environment wins.</summary>
internal static class SettingsFile
{
    /// <exception cref="InputErrorException">A value of the section is not allowed.</exception>
    public static T Read<T>(string section)
        where T : class, new()
    {
        try
        {
            T options = new ConfigurationBuilder()
                .SetBasePath(AppContext.BaseDirectory)
                .AddJsonFile("appsettings.json", optional: true)
                .AddEnvironmentVariables()
                .Build()
                .GetSection(section)
                .Get<T>() ?? new T();
            Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
            return options;
        }
        catch (Exception problem) when (problem is ValidationException or InvalidOperationException)
        {
            throw new InputErrorException($"The settings {section} cannot be used: {problem.Message}", problem);
        }
    }
}
