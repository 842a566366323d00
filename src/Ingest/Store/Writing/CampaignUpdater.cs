using System.Data.Common;
using Ingest.Deduplication;
using Ingest.Store.Dialects;
using Ingest.Store.Entities;

namespace Ingest.Store.Writing;

/// <summary>Groups a collection's near-identical letters and stores what changed, so that a campaign counts once beside its raw count.</summary>
internal sealed class CampaignUpdater(DbConnection connection, IStoreDialect dialect, int collectionId)
{
    public void Update(CancellationToken cancellationToken)
    {
        CampaignFinder finder = ReadSignatures();
        Dictionary<long, long> found = finder.Find(cancellationToken);

        using DbTransaction transaction = connection.BeginTransaction();
        dialect.LockCollection(connection, transaction, collectionId);
        Dictionary<long, long> stored = ReadStored(transaction);
        List<(long Id, long? Campaign)> changes =
        [
            .. found.Where(pair => !stored.TryGetValue(pair.Key, out long campaign) || campaign != pair.Value).Select(pair => (pair.Key, (long?)pair.Value)),
            .. stored.Keys.Where(id => !found.ContainsKey(id)).Select(id => (id, (long?)null)),
        ];
        if (changes.Count > 0)
        {
            Write(transaction, changes);
        }

        transaction.Commit();
    }

    private CampaignFinder ReadSignatures()
    {
        CampaignFinder finder = new();
        using DbCommand command = connection.Command(
            null,
            """SELECT s."ComplaintId", s."Signature" FROM "TextSignatures" s JOIN "Complaints" c ON c."Id" = s."ComplaintId" WHERE c."CollectionId" = @collection ORDER BY s."ComplaintId" """,
            ("collection", collectionId));
        using DbDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            finder.Add(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1));
        }

        return finder;
    }

    private Dictionary<long, long> ReadStored(DbTransaction transaction)
    {
        Dictionary<long, long> stored = [];
        using DbCommand command = connection.Command(
            transaction,
            """SELECT "Id", "CampaignId" FROM "Complaints" WHERE "CampaignId" IS NOT NULL AND "CollectionId" = @collection""",
            ("collection", collectionId));
        using DbDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            stored[reader.GetInt64(0)] = reader.GetInt64(1);
        }

        return stored;
    }

    private void Write(DbTransaction transaction, List<(long Id, long? Campaign)> changes)
    {
        HashSet<DateOnly> days = [];
        using DbCommand update = connection.Command(
            transaction,
            """UPDATE "Complaints" SET "CampaignId" = CAST(@campaign AS bigint) WHERE "Id" = @id RETURNING "CountedOn" """,
            ("campaign", null),
            ("id", 0L));
        foreach ((long id, long? campaign) in changes)
        {
            update.Parameters["campaign"].Value = (object?)campaign ?? DBNull.Value;
            update.Parameters["id"].Value = id;
            using DbDataReader reader = update.ExecuteReader();
            if (reader.Read())
            {
                days.Add(reader.DateOrNull(0) ?? DailyCountRow.Undated);
            }
        }

        StaleDays.Mark(connection, transaction, collectionId, days);
    }
}
