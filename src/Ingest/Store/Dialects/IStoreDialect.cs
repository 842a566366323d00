using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Ingest.Store.Dialects;

/// <summary>All that differs between SQLite and PostgreSQL. Nothing else asks which database it talks to.</summary>
public interface IStoreDialect
{
    /// <summary>The collation that compares strings by their code points; null when the database does so anyway.</summary>
    string? OrdinalCollation { get; }

    /// <summary>Last part of the namespace that holds this database's migrations.</summary>
    string MigrationsNamespace { get; }

    /// <summary>Points the context at the database and adds what its connections need.</summary>
    void Use(DbContextOptionsBuilder options, string connectionString);

    /// <summary>
    /// Ids of the complaints whose redacted text contains all the words, by their stems. Composes with other queries. Words in double quotes are
    /// a phrase; a minus before a word or phrase excludes it. Nothing a person types is an error.
    /// </summary>
    IQueryable<long> ComplaintsMatching(InsightsDbContext context, string words);

    /// <summary>True when the database knows by itself whether a search will find few complaints or many, and looks for them accordingly.</summary>
    bool EstimatesSearches { get; }

    /// <summary>A writer for many rows of one table.</summary>
    IRowWriter RowWriter(DbConnection connection, DbTransaction transaction, string table, IReadOnlyList<string> columns);

    /// <summary>The SQL condition that the column is one of the strings of the JSON array in a parameter, by the column's index.</summary>
    string IsOneOf(string column, string jsonParameter);

    /// <summary>The same for whole numbers.</summary>
    string IsOneOfNumbers(string column, string jsonParameter);

    /// <summary>Numbers for new complaints that nobody else gets. Call it within the transaction that stores them.</summary>
    IReadOnlyList<long> ReserveComplaintIds(DbConnection connection, DbTransaction transaction, int count);

    /// <summary>Waits until no other process writes to the collection, to the end of the transaction.</summary>
    void LockCollection(DbConnection connection, DbTransaction transaction, int collectionId);

    /// <summary>The file of the database; null when it is not a file of this machine.</summary>
    string? FileOf(DbConnection connection);

    /// <summary>True when the database could not write because the disk is full.</summary>
    bool IsOutOfSpace(Exception problem);
}
