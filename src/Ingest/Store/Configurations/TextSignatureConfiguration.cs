using Ingest.Store.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ingest.Store.Configurations;

internal sealed class TextSignatureConfiguration : IEntityTypeConfiguration<TextSignatureRow>
{
    public void Configure(EntityTypeBuilder<TextSignatureRow> builder)
    {
        builder.HasKey(row => row.ComplaintId);
        builder.Property(row => row.ComplaintId).ValueGeneratedNever();
        builder.HasOne<ComplaintRow>().WithOne().HasForeignKey<TextSignatureRow>(row => row.ComplaintId).OnDelete(DeleteBehavior.Cascade);
    }
}
