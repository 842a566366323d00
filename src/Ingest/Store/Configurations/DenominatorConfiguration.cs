using Ingest.Store.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ingest.Store.Configurations;

internal sealed class DenominatorConfiguration : IEntityTypeConfiguration<DenominatorRow>
{
    public void Configure(EntityTypeBuilder<DenominatorRow> builder)
    {
        builder.HasKey(row => new { row.CollectionId, row.Dimension, row.Code });
        builder.Property(row => row.Dimension).HasMaxLength(FieldLengths.Name);
        builder.Property(row => row.Code).HasMaxLength(FieldLengths.Code);
        builder.HasOne<CollectionRow>().WithMany().HasForeignKey(row => row.CollectionId).OnDelete(DeleteBehavior.Restrict);
    }
}
