using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Ingest.Store.Migrations.Postgres;

[DbContext(typeof(InsightsDbContext))]
[Migration(Id)]
internal sealed class ReferralCounts : Migration
{
    private const string Id = "20261129_20_ReferralCounts";

    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(MigrationScript.Read("Postgres", Id));
}
