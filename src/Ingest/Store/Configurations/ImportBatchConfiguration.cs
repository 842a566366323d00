using Ingest.Store.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ingest.Store.Configurations;

internal sealed class ImportBatchConfiguration : IEntityTypeConfiguration<ImportBatchRow>
{
    public void Configure(EntityTypeBuilder<ImportBatchRow> builder)
    {
        builder.HasKey(row => row.Id);
        builder.Property(row => row.ProfileName).HasMaxLength(FieldLengths.Name);
        builder.Property(row => row.ProfileVersion).HasMaxLength(FieldLengths.Version);
        builder.Property(row => row.FileName).HasMaxLength(FieldLengths.FileName);
        builder.Property(row => row.FileHash).HasMaxLength(FieldLengths.HashText);
        builder.Property(row => row.Error).HasMaxLength(FieldLengths.Sentence);
        builder.HasOne<CollectionRow>().WithMany().HasForeignKey(row => row.CollectionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.CollectionId, row.FileHash });
    }
}
