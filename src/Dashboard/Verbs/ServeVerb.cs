using System.CommandLine;
using Dashboard.Jobs;
using Dashboard.Setup;
using Ingest.DataFiles;

namespace Dashboard.Verbs;

/// <summary><c>serve</c>, also without any verb: the web pages and the API.</summary>
public static class ServeVerb
{
    public static Command Create()
    {
        Command command = new("serve", "Serves the web pages and the API on this machine.");
        Add(command);
        return command;
    }

    /// <summary>Gives a command the options and the action of <c>serve</c>.</summary>
    public static void Add(Command command)
    {
        Option<string> urls = Urls();
        Option<string?> database = DatabaseOption.Create();
        command.Options.Add(urls);
        command.Options.Add(database);
        command.SetAction(async (parseResult, cancellationToken) =>
        {
            DashboardSettings settings = new(
                DatabaseOption.Storage(parseResult.GetValue(database)), DataFolder.Find(), LoopbackAddresses.Parse(parseResult.GetRequiredValue(urls)))
            {
                Imports = SettingsFile.Read<ImportSettings>(ImportSettings.Section),
            };
            await DashboardHost.RunAsync(settings, cancellationToken);
            return 0;
        });
    }

    public static Option<string> Urls() => new("--urls")
    {
        Description = "Where to listen: addresses of this machine, separated by semicolons.",
        DefaultValueFactory = _ => LoopbackAddresses.Default,
    };
}
