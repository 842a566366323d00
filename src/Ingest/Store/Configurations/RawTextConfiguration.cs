using Ingest.Store.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ingest.Store.Configurations;

internal sealed class RawTextConfiguration : IEntityTypeConfiguration<RawTextRow>
{
    public void Configure(EntityTypeBuilder<RawTextRow> builder)
    {
        builder.HasKey(row => row.ComplaintId);
        builder.Property(row => row.ComplaintId).ValueGeneratedNever();
        builder.HasOne<ComplaintRow>().WithOne().HasForeignKey<RawTextRow>(row => row.ComplaintId).OnDelete(DeleteBehavior.Cascade);
    }
}
