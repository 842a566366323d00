using Ingest.Store.Entities;
using Microsoft.EntityFrameworkCore;

namespace Ingest.Store;

/// <summary>The store. SQLite by default, PostgreSQL by setting; nothing outside this folder knows which.</summary>
public sealed class InsightsDbContext(DbContextOptions<InsightsDbContext> options) : DbContext(options)
{
    public DbSet<CollectionRow> Collections => Set<CollectionRow>();

    public DbSet<ComplaintRow> Complaints => Set<ComplaintRow>();

    public DbSet<ComplaintTextRow> ComplaintTexts => Set<ComplaintTextRow>();

    public DbSet<RawTextRow> RawTexts => Set<RawTextRow>();

    public DbSet<ComplaintThemeRow> ComplaintThemes => Set<ComplaintThemeRow>();

    public DbSet<PredictionRow> Predictions => Set<PredictionRow>();

    public DbSet<ImportBatchRow> ImportBatches => Set<ImportBatchRow>();

    public DbSet<QuarantinedRow> QuarantinedRows => Set<QuarantinedRow>();

    public DbSet<DailyCountRow> DailyCounts => Set<DailyCountRow>();

    public DbSet<DenominatorRow> Denominators => Set<DenominatorRow>();

    public DbSet<AnalysisRunRow> AnalysisRuns => Set<AnalysisRunRow>();

    public DbSet<SignalRow> Signals => Set<SignalRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(InsightsDbContext).Assembly);
}
