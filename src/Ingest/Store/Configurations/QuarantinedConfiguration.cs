using Ingest.Store.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ingest.Store.Configurations;

internal sealed class QuarantinedConfiguration : IEntityTypeConfiguration<QuarantinedRow>
{
    public void Configure(EntityTypeBuilder<QuarantinedRow> builder)
    {
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Column).HasMaxLength(FieldLengths.Code);
        builder.Property(row => row.Found).HasMaxLength(FieldLengths.Sentence);
        builder.Property(row => row.Expected).HasMaxLength(FieldLengths.Sentence);
        builder.Property(row => row.LikelyCause).HasMaxLength(FieldLengths.Sentence);
        builder.HasOne<ImportBatchRow>().WithMany().HasForeignKey(row => row.ImportBatchId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(row => new { row.ImportBatchId, row.LineNumber });
    }
}
