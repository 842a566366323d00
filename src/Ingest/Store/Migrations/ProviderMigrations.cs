using System.Reflection;
using Ingest.Store.Dialects;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Ingest.Store.Migrations;

/// <summary>
/// Finds the migrations of the database in use: the classes in the namespace of its dialect. They are written by hand, as SQL, because each database
/// has things of its own (full-text search, collations); a test compares the result with the model, so that they cannot drift.
/// </summary>
internal sealed class ProviderMigrations : IMigrationsAssembly
{
    public ProviderMigrations(IDatabaseProvider provider)
    {
        string ownNamespace = $"{typeof(ProviderMigrations).Namespace}.{StoreDialect.For(provider.Name).MigrationsNamespace}";
        Migrations = Assembly.DefinedTypes
            .Where(type => type.IsSubclassOf(typeof(Migration)) && string.Equals(type.Namespace, ownNamespace, StringComparison.Ordinal))
            .Select(type => (type.GetCustomAttribute<MigrationAttribute>()!.Id, Type: type))
            .OrderBy(migration => migration.Id, StringComparer.Ordinal)
            .ToDictionary(migration => migration.Id, migration => migration.Type, StringComparer.Ordinal);
    }

    public Assembly Assembly => typeof(ProviderMigrations).Assembly;

    public IReadOnlyDictionary<string, TypeInfo> Migrations { get; }

    public ModelSnapshot? ModelSnapshot => null;

    public string? FindMigrationId(string nameOrId) =>
        Migrations.Keys.FirstOrDefault(id => string.Equals(id, nameOrId, StringComparison.OrdinalIgnoreCase) || id.EndsWith($"_{nameOrId}", StringComparison.OrdinalIgnoreCase));

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
    {
        Migration migration = (Migration)Activator.CreateInstance(migrationClass)!;
        migration.ActiveProvider = activeProvider;
        return migration;
    }
}
