using Ingest.Store.Dialects;
using Ingest.Store.Entities;
using Microsoft.EntityFrameworkCore;

namespace Ingest.Store;

/// <summary>The store. SQLite by default, PostgreSQL by setting; only <see cref="IStoreDialect"/> and the migrations know which.</summary>
public sealed class InsightsDbContext(DbContextOptions<InsightsDbContext> options) : DbContext(options)
{
    public DbSet<CollectionRow> Collections => Set<CollectionRow>();

    public DbSet<ComplaintRow> Complaints => Set<ComplaintRow>();

    public DbSet<ComplaintTextRow> ComplaintTexts => Set<ComplaintTextRow>();

    public DbSet<RawTextRow> RawTexts => Set<RawTextRow>();

    public DbSet<TextSignatureRow> TextSignatures => Set<TextSignatureRow>();

    public DbSet<ComplaintThemeRow> ComplaintThemes => Set<ComplaintThemeRow>();

    public DbSet<ComplaintVersionRow> ComplaintVersions => Set<ComplaintVersionRow>();

    public DbSet<PredictionRow> Predictions => Set<PredictionRow>();

    public DbSet<ImportBatchRow> ImportBatches => Set<ImportBatchRow>();

    public DbSet<ImportUndoRow> ImportUndos => Set<ImportUndoRow>();

    public DbSet<QuarantinedRow> QuarantinedRows => Set<QuarantinedRow>();

    public DbSet<DailyCountRow> DailyCounts => Set<DailyCountRow>();

    public DbSet<MonthlyCountRow> MonthlyCounts => Set<MonthlyCountRow>();

    public DbSet<StaleDayRow> StaleDays => Set<StaleDayRow>();

    public DbSet<DenominatorRow> Denominators => Set<DenominatorRow>();

    public DbSet<AnalysisRunRow> AnalysisRuns => Set<AnalysisRunRow>();

    public DbSet<SignalRow> Signals => Set<SignalRow>();

    /// <summary>What differs between the two databases.</summary>
    public IStoreDialect Dialect => StoreDialect.For(Database.ProviderName);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
        if (Dialect.OrdinalCollation is { } collation)
        {
            configurationBuilder.Properties<string>().UseCollation(collation);
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(InsightsDbContext).Assembly);
}
