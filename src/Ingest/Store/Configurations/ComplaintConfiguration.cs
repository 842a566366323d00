using System.Linq.Expressions;
using Ingest.Store.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ingest.Store.Configurations;

internal sealed class ComplaintConfiguration : IEntityTypeConfiguration<ComplaintRow>
{
    /// <summary>The columns the complaints page filters by. Each has an index in the order the page lists (by day), of the rows that have a value.</summary>
    private static readonly Expression<Func<ComplaintRow, string?>>[] Facets =
    [
        row => row.BusinessArea,
        row => row.Organisation,
        row => row.OrganisationGroup,
        row => row.Office,
        row => row.Channel,
        row => row.Region,
        row => row.ComplaintType,
        row => row.Remit,
        row => row.Finding,
        row => row.RemitByDates,
    ];

    private static readonly Expression<Func<ComplaintRow, string?>>[] OtherCodes =
    [
        row => row.SourceCategory,
        row => row.Route,
        row => row.SourceFinding,
        row => row.Remedy,
    ];

    public void Configure(EntityTypeBuilder<ComplaintRow> builder)
    {
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Reference).HasMaxLength(FieldLengths.Reference);
        builder.Property(row => row.SourceMapVersion).HasMaxLength(FieldLengths.Version);
        builder.Property(row => row.ModelVersion).HasMaxLength(FieldLengths.Version);
        foreach (Expression<Func<ComplaintRow, string?>> code in Facets.Concat(OtherCodes))
        {
            builder.Property(code).HasMaxLength(FieldLengths.Code);
        }

        builder.HasOne<CollectionRow>().WithMany().HasForeignKey(row => row.CollectionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ImportBatchRow>().WithMany().HasForeignKey(row => row.ImportBatchId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.CollectionId, row.Reference }).IsUnique();
        builder.HasIndex(row => new { row.CollectionId, row.CountedOn });
        builder.HasIndex(row => new { row.ImportBatchId, row.RemitByDates });
        builder.HasIndex(row => row.CampaignId).HasFilter("\"CampaignId\" IS NOT NULL");
        builder.HasIndex(row => new { row.CollectionId, row.CountedOn }, "IX_Complaints_ToReview").HasFilter("\"NeedsReview\"");
        foreach (string facet in Facets.Select(NameOf))
        {
            builder.HasIndex(nameof(ComplaintRow.CollectionId), facet, nameof(ComplaintRow.CountedOn)).HasFilter($"\"{facet}\" IS NOT NULL");
        }
    }

    private static string NameOf(Expression<Func<ComplaintRow, string?>> property) => ((MemberExpression)property.Body).Member.Name;
}
