using System.Reflection;

namespace Ingest.Store.Migrations;

/// <summary>Reads the SQL of a migration, which lies beside its class as <c>&lt;database&gt;/&lt;id&gt;.sql</c> and is embedded in the assembly.</summary>
internal static class MigrationScript
{
    public static string Read(string databaseFolder, string migrationId)
    {
        string name = $"{typeof(MigrationScript).Namespace}.{databaseFolder}.{migrationId}.sql";
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The migration script {name} is not embedded in the assembly.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
