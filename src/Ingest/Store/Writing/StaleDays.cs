using System.Data.Common;
using Ingest.Store.Entities;

namespace Ingest.Store.Writing;

/// <summary>Marks days whose counts have to be made anew.</summary>
internal static class StaleDays
{
    public static void Mark(DbConnection connection, DbTransaction transaction, int collectionId, IEnumerable<DateOnly> days)
    {
        using DbCommand command = connection.Command(
            transaction,
            """INSERT INTO "StaleDays" ("CollectionId", "Day") VALUES (@collection, @day) ON CONFLICT DO NOTHING""",
            ("collection", collectionId),
            ("day", DailyCountRow.Undated));
        foreach (DateOnly day in days.Order())
        {
            command.Parameters["day"].Value = day;
            command.ExecuteNonQuery();
        }
    }

    /// <summary>Marks every day that has a complaint, and forgets all counts: for a collection that is to be counted by other slices.</summary>
    public static void MarkAll(DbConnection connection, DbTransaction transaction, int collectionId)
    {
        connection.Execute(transaction, """DELETE FROM "DailyCounts" WHERE "CollectionId" = @collection""", ("collection", collectionId));
        connection.Execute(transaction, """DELETE FROM "MonthlyCounts" WHERE "CollectionId" = @collection""", ("collection", collectionId));
        connection.Execute(
            transaction,
            """INSERT INTO "StaleDays" ("CollectionId", "Day") SELECT DISTINCT "CollectionId", COALESCE("CountedOn", @undated) FROM "Complaints" WHERE "CollectionId" = @collection ON CONFLICT DO NOTHING""",
            ("collection", collectionId),
            ("undated", DailyCountRow.Undated));
    }
}
