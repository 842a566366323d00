using System.Reflection;
using Ingest.Store;
using Xunit.Sdk;

namespace TestSupport;

/// <summary>Runs a store theory on a fresh SQLite file: the theory takes one <see cref="StorageProvider"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[StorageProvider.Sqlite]];
}
