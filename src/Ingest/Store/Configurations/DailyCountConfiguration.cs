using Ingest.Store.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ingest.Store.Configurations;

internal sealed class DailyCountConfiguration : IEntityTypeConfiguration<DailyCountRow>
{
    public void Configure(EntityTypeBuilder<DailyCountRow> builder)
    {
        builder.HasKey(row => new { row.CollectionId, row.Slice, row.FirstCode, row.SecondCode, row.Day });
        CountColumns.Configure(builder);

        // The day comes first, so that the database does not take this index for the sums of a slice, which the key serves in order.
        builder.HasIndex(row => new { row.Day, row.CollectionId });
    }
}
