namespace Ingest.Store;

/// <summary>The databases the store runs on.</summary>
public enum StorageProvider
{
    Sqlite,
    PostgreSQL,
}
