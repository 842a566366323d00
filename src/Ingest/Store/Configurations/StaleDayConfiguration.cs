using Ingest.Store.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ingest.Store.Configurations;

internal sealed class StaleDayConfiguration : IEntityTypeConfiguration<StaleDayRow>
{
    public void Configure(EntityTypeBuilder<StaleDayRow> builder)
    {
        builder.HasKey(row => new { row.CollectionId, row.Day });
        builder.HasOne<CollectionRow>().WithMany().HasForeignKey(row => row.CollectionId).OnDelete(DeleteBehavior.Restrict);
    }
}
