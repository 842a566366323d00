using Ingest.Store.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ingest.Store.Configurations;

internal sealed class ComplaintTextConfiguration : IEntityTypeConfiguration<ComplaintTextRow>
{
    public void Configure(EntityTypeBuilder<ComplaintTextRow> builder)
    {
        builder.HasKey(row => row.ComplaintId);
        builder.Property(row => row.ComplaintId).ValueGeneratedNever();
        builder.HasOne<ComplaintRow>().WithOne().HasForeignKey<ComplaintTextRow>(row => row.ComplaintId).OnDelete(DeleteBehavior.Cascade);
    }
}
