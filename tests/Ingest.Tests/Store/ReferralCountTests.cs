using System.Data.Common;
using Ingest.Store;
using Ingest.Store.PageQueries.Imports;
using Ingest.Tests.Importing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Shouldly;
using Xunit;

namespace Ingest.Tests.Store;

public sealed class ReferralCountTests
{
    [Fact]
    public async Task WhatDatesSayOfAnImport_IsCountedWithoutReadingItsComplaints()
    {
        await using MadeUpBody body = MadeUpBody.Create();
        await body.ImportAsync(body.Write("a.csv", MadeUpBody.Header, "R1;03/02/2025;;locks;;;;;;", "R2;03/02/2025;;locks;;;;;;"));
        SentCommands sent = new();
        await using InsightsDbContext context = new(new DbContextOptionsBuilder<InsightsDbContext>().UseSqlite($"Data Source={body.Store.Options.DatabaseFile}").AddInterceptors(sent).Options);

        (await new ImportsQuery(context).ReferralsAsync(1, CancellationToken.None)).NotKnown.ShouldBe(2);

        (await PlanAsync(context, sent.Texts.Last())).ShouldContain("USING COVERING INDEX");
    }

    private static async Task<string> PlanAsync(InsightsDbContext context, string sql)
    {
        await using DbCommand command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        foreach (string name in sql.Split(' ', '\n', '\r').Where(word => word.StartsWith('@')).Distinct())
        {
            DbParameter parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, 1L);
            command.Parameters.Add(parameter);
        }

        await context.Database.OpenConnectionAsync();
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        List<string> steps = [];
        while (await reader.ReadAsync())
        {
            steps.Add(reader.GetString(3));
        }

        return string.Join('\n', steps);
    }

    private sealed class SentCommands : DbCommandInterceptor
    {
        public List<string> Texts { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Texts.Add(command.CommandText);
            return ValueTask.FromResult(result);
        }
    }
}
