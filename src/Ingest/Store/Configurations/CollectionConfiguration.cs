using Ingest.Store.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ingest.Store.Configurations;

internal sealed class CollectionConfiguration : IEntityTypeConfiguration<CollectionRow>
{
    public void Configure(EntityTypeBuilder<CollectionRow> builder)
    {
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Name).HasMaxLength(FieldLengths.Name);
        builder.Property(row => row.Title).HasMaxLength(FieldLengths.Title);
        builder.Property(row => row.ProfileName).HasMaxLength(FieldLengths.FileName);
        builder.Property(row => row.TaxonomyName).HasMaxLength(FieldLengths.Name);
        builder.Property(row => row.TaxonomyVersion).HasMaxLength(FieldLengths.Version);
        builder.Property(row => row.CountedSlices).HasMaxLength(FieldLengths.Sentence);
        builder.HasIndex(row => row.Name).IsUnique();
    }
}
