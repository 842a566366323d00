using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Ingest.Store.Migrations.Postgres;

[DbContext(typeof(InsightsDbContext))]
[Migration(Id)]
internal sealed class ImportUndos : Migration
{
    private const string Id = "20261128_01_ImportUndos";

    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(MigrationScript.Read("Postgres", Id));
}
