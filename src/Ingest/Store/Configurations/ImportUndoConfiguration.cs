using Ingest.Store.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ingest.Store.Configurations;

internal sealed class ImportUndoConfiguration : IEntityTypeConfiguration<ImportUndoRow>
{
    public void Configure(EntityTypeBuilder<ImportUndoRow> builder)
    {
        builder.HasKey(row => row.ImportBatchId);
        builder.Property(row => row.ImportBatchId).ValueGeneratedNever();
        builder.HasOne<ImportBatchRow>().WithOne().HasForeignKey<ImportUndoRow>(row => row.ImportBatchId).OnDelete(DeleteBehavior.Cascade);
    }
}
