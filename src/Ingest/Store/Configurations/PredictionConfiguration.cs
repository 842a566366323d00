using Ingest.Store.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ingest.Store.Configurations;

internal sealed class PredictionConfiguration : IEntityTypeConfiguration<PredictionRow>
{
    public void Configure(EntityTypeBuilder<PredictionRow> builder)
    {
        builder.HasKey(row => new { row.ComplaintId, row.ModelVersion });
        builder.Property(row => row.ModelVersion).HasMaxLength(FieldLengths.Version);
        builder.Property(row => row.TaxonomyVersion).HasMaxLength(FieldLengths.Version);
        builder.Property(row => row.BusinessArea).HasMaxLength(FieldLengths.Code);
        builder.Property(row => row.ComplaintType).HasMaxLength(FieldLengths.Code);
        builder.Property(row => row.Remit).HasMaxLength(FieldLengths.Code);
        builder.HasOne<ComplaintRow>().WithMany().HasForeignKey(row => row.ComplaintId).OnDelete(DeleteBehavior.Cascade);
    }
}
