using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Ingest.Store.Dialects;

/// <summary>Sets what SQLite forgets with each connection: log mode, patience with other writers, foreign keys, cache.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    /// <summary>
    /// WAL lets pages read while an import writes. <c>synchronous=NORMAL</c> cannot corrupt a WAL database; a power cut may lose the last
    /// transactions, which a repeated import brings back (https://www.sqlite.org/pragma.html#pragma_synchronous). The cache is 64 MiB, and the log is
    /// folded back every 64 MiB instead of every 4: an import would wait for the disk at each.
    /// </summary>
    internal const string Statements =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=30000; PRAGMA foreign_keys=ON; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=16384;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = Statements;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = Statements;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
