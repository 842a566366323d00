using System.Text;
using Ingest.Store;
using Ingest.Store.Entities;
using Ingest.Store.Writing;
using Ingest.Validation;
using Insights;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Ingest.Tests.Importing;

/// <summary>What people really hand in. Each must end in a sentence or in quarantine, with nothing half-written.</summary>
public sealed class BadInputTests
{
    private const string Good = "R1;03/02/2025;;locks;;;;;;fine";

    [Fact]
    public async Task MissingFile_IsNamedAndNothingIsMade()
    {
        await using MadeUpBody body = MadeUpBody.Create();

        InputErrorException problem = await Should.ThrowAsync<InputErrorException>(() => body.ImportAsync(body.PathOf("nowhere.csv")));

        problem.Message.ShouldContain("nowhere.csv");
        File.Exists(body.Store.Options.DatabaseFile).ShouldBeFalse();
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("  \n\n ", "white space")]
    [InlineData("%PDF-1.7 \u0001\u0002 stream", "PDF")]
    [InlineData("abc\0\u0001\u0002def\0,,,", "binary")]
    [InlineData("\u007fELF\u0002\u0001\u0001\0", "program")]
    public async Task UnusableContent_IsSaidToBeWhatItIs(string content, string expected)
    {
        await using MadeUpBody body = MadeUpBody.Create();
        await File.WriteAllBytesAsync(body.PathOf("in.csv"), Encoding.Latin1.GetBytes(content));

        ImportReport report = await body.ImportAsync(body.PathOf("in.csv"));

        report.Files.ShouldBeEmpty();
        report.Failures.ShouldHaveSingleItem().ShouldContain(expected);
        File.Exists(body.Store.Options.DatabaseFile).ShouldBeFalse();
    }

    [Fact]
    public async Task FileOfAnotherShape_SaysWhatWasExpectedFoundAndMissing()
    {
        await using MadeUpBody body = MadeUpBody.Create();

        string failure = (await body.ImportAsync(body.Write("other.csv", "Ref;Opened;Colour", "1;2;3"))).Failures.ShouldHaveSingleItem();

        failure.ShouldContain("other.csv");
        failure.ShouldContain("river-trust");
        failure.ShouldContain("found Ref, Opened, Colour");
        failure.ShouldContain("missing Answered, Kind");
        failure[failure.IndexOf("missing", StringComparison.Ordinal)..].ShouldNotContain("Story", Case.Sensitive, "an optional column is not missing");
        File.Exists(body.Store.Options.DatabaseFile).ShouldBeFalse();
    }

    [Fact]
    public async Task UnusualDelimiter_IsSuspected()
    {
        await using MadeUpBody body = MadeUpBody.Create();

        string failure = (await body.ImportAsync(body.Write("a.csv", MadeUpBody.Header.Replace(';', '~')))).Failures.ShouldHaveSingleItem();

        failure.ShouldContain("delimiter");
    }

    [Fact]
    public async Task HeaderAlone_IsAnImportOfNothing()
    {
        await using MadeUpBody body = MadeUpBody.Create();

        ImportReport report = await body.ImportAsync(body.Write("a.csv", MadeUpBody.Header));

        report.Failures.ShouldBeEmpty();
        report.Total.ShouldBe(default);
    }

    [Fact]
    public async Task FortyCellsTooMany_AreQuarantinedWithLineAndCount()
    {
        QuarantinedRow row = await QuarantineAsync(Good, "R2;03/02/2025;;locks;;;;;;x" + new string(';', 40));

        row.LineNumber.ShouldBe(3);
        row.Found.ShouldBe("50 cells");
        row.Expected.ShouldContain("10 cells");
    }

    [Fact]
    public async Task RowCutShort_IsQuarantined()
    {
        QuarantinedRow row = await QuarantineAsync(Good, "R2;03/02/2025;;loc");

        row.Found.ShouldBe("4 cells");
    }

    [Fact]
    public async Task UnclosedQuoteInTheLastRow_IsQuarantined()
    {
        QuarantinedRow row = await QuarantineAsync(Good, "R2;03/02/2025;;locks;;;;;;\"never closed");

        row.LineNumber.ShouldBe(3);
        row.Found.ShouldContain("never closed");
    }

    [Fact]
    public async Task UnclosedQuoteInTheMiddle_CostsItsOwnRowOnly()
    {
        await using MadeUpBody body = MadeUpBody.Create();
        string[] after = [.. Enumerable.Range(10, 500).Select(number => $"R{number};03/02/2025;;locks;;;;;;fine")];

        ImportReport report = await body.ImportAsync(body.Write("a.csv", [MadeUpBody.Header, Good, "R2;03/02/2025;;locks;;;;;;\"open", .. after]));

        report.Total.ShouldBe(new ImportCounts(501, 0, 0, 1));
        QuarantinedRow row = await SingleQuarantinedAsync(body);
        row.LineNumber.ShouldBe(3);
    }

    [Fact]
    public async Task UnclosedQuoteBeforeAQuotedText_CostsItsOwnRowOnly()
    {
        await using MadeUpBody body = MadeUpBody.Create();

        ImportReport report = await body.ImportAsync(body.Write("a.csv", MadeUpBody.Header, "R2;03/02/2025;;locks;;;;;;\"open", Good, "R3;03/02/2025;;locks;;;;;;\"closed; well\"", "R4;03/02/2025;;locks;;;;;;end"));

        report.Total.ShouldBe(new ImportCounts(3, 0, 0, 1));
        (await SingleQuarantinedAsync(body)).LineNumber.ShouldBe(2);
    }

    [Fact]
    public async Task FieldOfTenMegabytes_IsQuarantinedByItsLength()
    {
        QuarantinedRow row = await QuarantineAsync(Good, "R2;03/02/2025;;locks;;;;;;" + new string('x', 10_000_000));

        row.Column.ShouldBe("Story");
        row.Found.ShouldBe("text of 10,000,000 characters");
    }

    [Theory]
    [InlineData("R2;31/02/2025;;locks;;;;;;", "Opened", "99/99/9999")]
    [InlineData("R2;03/02/0205;;locks;;;;;;", "Opened", "99/99/9999")]
    [InlineData("R2;03/02/2025;soon;locks;;;;;;", "Answered", "aaaa")]
    [InlineData(";03/02/2025;;locks;;;;;;", "Ref", "nothing")]
    [InlineData("R2;03/02/2025;;canals;;;;;;", "Kind", "text of 6 characters")]
    [InlineData("R2;03/02/2025;;locks;noise|smell;;;;;", "Subjects", "text of 5 characters")]
    [InlineData("R2;03/02/2025;;locks;;;;Perhaps;;", "Outcome", "text of 7 characters")]
    [InlineData("R2;03/02/2025;;locks;;;;;lots;", "Paid", "text of 4 characters")]
    [InlineData("1.23457E+15;03/02/2025;;locks;;;;;;", "Ref", "scientific notation")]
    [InlineData("R2;#REF!;;locks;;;;;;", "Opened", "#REF!")]
    public async Task WrongValue_IsQuarantinedWithItsColumnAndShape(string line, string column, string found)
    {
        QuarantinedRow row = await QuarantineAsync(Good, line);

        row.Column.ShouldBe(column);
        row.Found.ShouldContain(found);
        row.Expected.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task LineOfTotals_IsNoComplaint()
    {
        QuarantinedRow row = await QuarantineAsync(Good, "Total;;;;;;;;1250.00;");

        row.LikelyCause.ShouldNotBeNull().ShouldContain("totals");
    }

    [Fact]
    public async Task LookUpThatFoundNothing_IsAMissingValue()
    {
        await using MadeUpBody body = MadeUpBody.Create();

        (await body.ImportAsync(body.Write("a.csv", MadeUpBody.Header, "R2;03/02/2025;#N/A;locks;;#N/A;;;;"))).Total.ShouldBe(new ImportCounts(1, 0, 0, 0));

        (await body.ComplaintsAsync()).Single().Organisation.ShouldBeNull();
    }

    [Fact]
    public async Task FileWithoutAHeader_IsRefusedWithoutShowingItsFirstComplaint()
    {
        await using MadeUpBody body = MadeUpBody.Create();

        string failure = (await body.ImportAsync(body.Write("a.csv", "R1;03/02/2025;;locks;;;;;;I am Margaret Holloway", Good))).Failures.ShouldHaveSingleItem();

        failure.ShouldContain("no header");
        failure.ShouldNotContain("Holloway");
    }

    [Theory]
    [InlineData("31/02/2025", "does not exist")]
    [InlineData("3 February 2025", "Another date format")]
    [InlineData("45691", "number for a date")]
    public async Task WrongDate_HasItsLikelyCause(string date, string cause)
    {
        QuarantinedRow row = await QuarantineAsync(Good, $"R2;{date};;locks;;;;;;");

        row.LikelyCause.ShouldNotBeNull().ShouldContain(cause);
    }

    [Fact]
    public async Task QuarantinedRow_ShowsNoPersonalDataAndKeepsTheRowEncrypted()
    {
        await using MadeUpBody body = MadeUpBody.Create();
        await body.ImportAsync(body.Write("a.csv", MadeUpBody.Header, "R2;Margaret Holloway;;locks;;;;;;x"));

        QuarantinedRow row = await SingleQuarantinedAsync(body);

        $"{row.Column} {row.Found} {row.Expected} {row.LikelyCause}".ShouldNotContain("Holloway");
        Encoding.UTF8.GetString(row.EncryptedRow).ShouldNotContain("Holloway");
        using RawTextCipher cipher = RawTextCipher.Load(body.Store.Options, storeHoldsEncryptedRows: true);
        RefusedRow.FromJson(cipher.Decrypt(row.EncryptedRow)).Cells[1].ShouldBe("Margaret Holloway");
    }

    [Fact]
    public async Task MissingKeyFile_IsAnErrorOnceTextsAreStored()
    {
        await using MadeUpBody body = MadeUpBody.Create();
        string file = body.Write("a.csv", MadeUpBody.Header, Good);
        await body.ImportAsync(file);
        File.Delete(body.Store.Options.DatabaseFile + ".key");

        ImportReport report = await body.ImportAsync(file);

        report.Failures.ShouldHaveSingleItem().ShouldContain("key file");
    }

    [Fact]
    public async Task DatabaseThatIsNone_IsNamed()
    {
        await using MadeUpBody body = MadeUpBody.Create();
        await File.WriteAllTextAsync(body.Store.Options.DatabaseFile!, new string('x', 5_000));

        ImportReport report = await body.ImportAsync(body.Write("a.csv", MadeUpBody.Header, Good));

        report.Failures.ShouldHaveSingleItem().ShouldContain("store.db");
    }

    private static async Task<QuarantinedRow> QuarantineAsync(params string[] lines)
    {
        await using MadeUpBody body = MadeUpBody.Create();
        ImportReport report = await body.ImportAsync(body.Write("a.csv", [MadeUpBody.Header, .. lines]));
        report.Total.ShouldBe(new ImportCounts(lines.Length - 1, 0, 0, 1));
        return await SingleQuarantinedAsync(body);
    }

    private static async Task<QuarantinedRow> SingleQuarantinedAsync(MadeUpBody body)
    {
        await using InsightsDbContext context = body.Store.Open();
        return await context.QuarantinedRows.AsNoTracking().SingleAsync();
    }
}
