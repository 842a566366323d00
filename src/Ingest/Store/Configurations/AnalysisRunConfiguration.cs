using Ingest.Store.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ingest.Store.Configurations;

internal sealed class AnalysisRunConfiguration : IEntityTypeConfiguration<AnalysisRunRow>
{
    public void Configure(EntityTypeBuilder<AnalysisRunRow> builder)
    {
        builder.HasKey(row => row.Id);
        builder.Property(row => row.ModelVersion).HasMaxLength(FieldLengths.Version);
        builder.Property(row => row.Budgets).HasDefaultValue("[]");
        builder.Property(row => row.CodeVersion).HasMaxLength(FieldLengths.Version);
    }
}
