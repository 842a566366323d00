using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Ingest.Store;

/// <summary>Every time in the store is UTC. SQLite forgets the kind and PostgreSQL refuses any other: this gives both the same.</summary>
internal sealed class UtcDateTimeConverter()
    : ValueConverter<DateTime, DateTime>(time => time.ToUniversalTime(), time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
