using System.Reflection;
using Ingest.Store;
using Xunit.Sdk;

namespace TestSupport;

/// <summary>Runs a store theory on a fresh PostgreSQL database; skipped by name where <see cref="StoreUnderTest.PostgresVariable"/> names no server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgresAttribute : DataAttribute
{
    public OnPostgresAttribute()
    {
        if (StoreUnderTest.PostgresServer is null)
        {
            Skip = $"Needs a PostgreSQL server named by {StoreUnderTest.PostgresVariable}; ./test starts one.";
        }
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[StorageProvider.PostgreSQL]];
}
