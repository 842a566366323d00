using Ingest.Store.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ingest.Store.Configurations;

internal sealed class ComplaintThemeConfiguration : IEntityTypeConfiguration<ComplaintThemeRow>
{
    public void Configure(EntityTypeBuilder<ComplaintThemeRow> builder)
    {
        builder.HasKey(row => new { row.ComplaintId, row.Theme });
        builder.Property(row => row.Theme).HasMaxLength(FieldLengths.Code);
        builder.HasOne<ComplaintRow>().WithMany().HasForeignKey(row => row.ComplaintId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(row => new { row.Theme, row.ComplaintId });
    }
}
