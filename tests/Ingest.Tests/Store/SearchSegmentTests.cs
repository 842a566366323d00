using System.Data.Common;
using System.Globalization;
using Ingest.Store;
using Ingest.Tests.Importing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Ingest.Tests.Store;

/// <summary>How the full-text index of SQLite is written; what it finds does not depend on it, the speed of an import does.</summary>
public sealed class SearchSegmentTests
{
    /// <summary>The row of the index that lists its segments (https://www.sqlite.org/fts5.html, section 9.1: "the structure record").</summary>
    private const string StructureSql = """SELECT block FROM "ComplaintTextSearch_data" WHERE id = 10""";

    private const int CookieBytes = 4;
    private const byte NewFormat = 0xFF;

    [Fact]
    public async Task TextsOfAChunk_AreWrittenTogether()
    {
        await using MadeUpBody body = MadeUpBody.Create(StorageProvider.Sqlite);
        string[] lines = [.. Enumerable.Range(0, 400).Select(row => string.Create(CultureInfo.InvariantCulture, $"R{row};2025-01-20;;locks;noise;Old Bridge;;;;The same story in few words"))];
        await body.ImportAsync(body.Write("texts.csv", [MadeUpBody.Header, .. lines]));

        await using InsightsDbContext context = body.Store.Open();
        (await context.ComplaintTexts.CountAsync()).ShouldBe(400);
        (await PagesWrittenAsync(context)).ShouldBeInRange(1, 8, customMessage: "400 short texts fit some pages; a page a text means that each text was written as a segment of its own");
    }

    /// <summary>How many pages were ever written to the index as new segments: the third number of the structure record.</summary>
    private static async Task<int> PagesWrittenAsync(InsightsDbContext context)
    {
        await context.Database.OpenConnectionAsync();
        await using DbCommand command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = StructureSql;
        byte[] structure = (byte[])(await command.ExecuteScalarAsync())!;
        int position = structure[CookieBytes] == NewFormat ? CookieBytes * 2 : CookieBytes;
        ReadNumber(structure, ref position);
        ReadNumber(structure, ref position);
        return ReadNumber(structure, ref position);
    }

    /// <summary>Reads a number as SQLite writes them: seven bits a byte, the highest bit says that more follow.</summary>
    private static int ReadNumber(byte[] bytes, ref int position)
    {
        int number = 0;
        byte part;
        do
        {
            part = bytes[position++];
            number = (number << 7) | (part & 0x7F);
        }
        while (part > 0x7F);
        return number;
    }
}
