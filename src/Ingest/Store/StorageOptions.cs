using System.ComponentModel.DataAnnotations;
using Microsoft.Data.Sqlite;

namespace Ingest.Store;

/// <summary>Where the store is. Read from the section <see cref="Section"/> of the settings; the option <c>--database PATH</c> wins.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>The file used when nothing is set, in the current directory.</summary>
    public const string DefaultFile = "insights.db";

    /// <summary>Which database. Default: SQLite, one file, nothing to install.</summary>
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>The connection string of the chosen database. Default: the file <c>insights.db</c> in the current directory.</summary>
    [Required]
    public string ConnectionString { get; set; } = $"Data Source={DefaultFile}";

    /// <summary>
    /// The file that holds the key for original texts (32 bytes in base 64). Default: <c>&lt;database file&gt;.key</c> beside an SQLite file, made on
    /// first use and readable by its owner only; with PostgreSQL it must be set when texts are imported.
    /// </summary>
    public string? KeyFile { get; set; }

    /// <summary>The path of the SQLite file; null with PostgreSQL.</summary>
    public string? DatabaseFile => Provider == StorageProvider.Sqlite ? new SqliteConnectionStringBuilder(ConnectionString).DataSource : null;

    /// <summary>Settings for an SQLite file: what <c>--database PATH</c> means.</summary>
    public static StorageOptions ForFile(string path) => new() { ConnectionString = new SqliteConnectionStringBuilder { DataSource = path }.ConnectionString };
}
