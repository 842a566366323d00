using Ingest.Store.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ingest.Store.Configurations;

/// <summary>What the tables of counts have in common.</summary>
internal static class CountColumns
{
    public static void Configure<TRow>(EntityTypeBuilder<TRow> builder)
        where TRow : CountRow
    {
        builder.Property(row => row.Slice).HasMaxLength(FieldLengths.Name);
        builder.Property(row => row.FirstCode).HasMaxLength(FieldLengths.Code);
        builder.Property(row => row.SecondCode).HasMaxLength(FieldLengths.Code);
        builder.HasOne<CollectionRow>().WithMany().HasForeignKey(row => row.CollectionId).OnDelete(DeleteBehavior.Restrict);
    }
}
