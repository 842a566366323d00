using Ingest.Store.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ingest.Store.Configurations;

internal sealed class SignalConfiguration : IEntityTypeConfiguration<SignalRow>
{
    public void Configure(EntityTypeBuilder<SignalRow> builder)
    {
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Slice).HasMaxLength(FieldLengths.Name);
        builder.Property(row => row.FirstCode).HasMaxLength(FieldLengths.Code);
        builder.Property(row => row.SecondCode).HasMaxLength(FieldLengths.Code);
        builder.Property(row => row.Title).HasMaxLength(FieldLengths.Title);
        builder.Property(row => row.Interval).HasMaxLength(FieldLengths.Name);
        builder.Property(row => row.State).HasMaxLength(FieldLengths.Name);
        builder.Property(row => row.StateReason).HasMaxLength(FieldLengths.Sentence);
        builder.Property(row => row.StateChangedBy).HasMaxLength(FieldLengths.Name);
        builder.Property(row => row.Artefact).HasMaxLength(FieldLengths.Name);
        builder.Property(row => row.Method).HasMaxLength(FieldLengths.Name);
        builder.Property(row => row.Reason).HasMaxLength(FieldLengths.Sentence);
        builder.HasOne<AnalysisRunRow>().WithMany().HasForeignKey(row => row.AnalysisRunId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CollectionRow>().WithMany().HasForeignKey(row => row.CollectionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.CollectionId, row.Slice, row.FirstCode, row.SecondCode, row.Since });
        builder.HasIndex(row => new { row.AnalysisRunId, row.Rank });
    }
}
