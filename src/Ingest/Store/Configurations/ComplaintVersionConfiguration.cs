using Ingest.Store.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ingest.Store.Configurations;

internal sealed class ComplaintVersionConfiguration : IEntityTypeConfiguration<ComplaintVersionRow>
{
    public void Configure(EntityTypeBuilder<ComplaintVersionRow> builder)
    {
        builder.HasKey(row => row.Id);
        builder.HasOne<ComplaintRow>().WithMany().HasForeignKey(row => row.ComplaintId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(row => row.ReplacedByBatchId);
        builder.HasIndex(row => row.ImportBatchId);
    }
}
