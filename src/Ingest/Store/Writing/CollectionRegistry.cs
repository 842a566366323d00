using System.Data.Common;
using Ingest.Profiles;
using Ingest.Store.Counting;
using Ingest.Store.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Ingest.Store.Writing;

/// <summary>Makes sure that a profile's collection has its row, and that it is counted by the slices the profile asks for.</summary>
internal static class CollectionRegistry
{
    public static async Task<int> EnsureAsync(InsightsDbContext context, ImportProfile profile, CancellationToken cancellationToken)
    {
        string slices = CountedSlices.NamesOf(CountedSlices.For(profile.Collection));
        CollectionRow? row = await context.Collections.SingleOrDefaultAsync(collection => collection.Name == profile.Collection.Name, cancellationToken);
        bool isCountedOtherwise = row is not null && !string.Equals(row.CountedSlices, slices, StringComparison.Ordinal);
        row ??= context.Collections.Add(new CollectionRow { Name = profile.Collection.Name, Title = "", ProfileName = "", TaxonomyName = "", TaxonomyVersion = "", CountedSlices = "" }).Entity;
        row.Title = profile.Collection.Title;
        row.ProfileName = profile.Location;
        row.TaxonomyName = profile.Collection.Taxonomy.Name;
        row.TaxonomyVersion = profile.Collection.Taxonomy.Version;
        row.CountedSlices = slices;

        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        if (isCountedOtherwise)
        {
            DbTransaction plain = transaction.GetDbTransaction();
            StaleDays.MarkAll(plain.Connection!, plain, row.Id);
        }

        await transaction.CommitAsync(cancellationToken);
        return row.Id;
    }
}
