using Ingest.Store.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ingest.Store.Configurations;

internal sealed class MonthlyCountConfiguration : IEntityTypeConfiguration<MonthlyCountRow>
{
    public void Configure(EntityTypeBuilder<MonthlyCountRow> builder)
    {
        builder.HasKey(row => new { row.CollectionId, row.Slice, row.FirstCode, row.SecondCode, row.Month });
        CountColumns.Configure(builder);

        // For the series that a month cut by a range has; see the same index of the daily counts for the order.
        builder.HasIndex(row => new { row.Month, row.CollectionId });
    }
}
