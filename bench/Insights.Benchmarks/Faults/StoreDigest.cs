using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ingest.Store;
using Ingest.Store.Entities;
using Microsoft.EntityFrameworkCore;

namespace Benchmarks.Faults;

/// <summary>All that a store says, whatever numbers it gave its rows and however often the file came: two equal digests are two equal stores.</summary>
internal static class StoreDigest
{
    /// <param name="storage">The store.</param>
    /// <param name="rows">Rows of the file: the account of the last import must add up to it.</param>
    public static async Task<string> OfAsync(StorageOptions storage, int rows)
    {
        await using InsightsDbContext context = StoreRegistration.Open(storage);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Dictionary<long, string> references = await context.Complaints.ToDictionaryAsync(row => row.Id, row => row.Reference);
        int complaints = await AddComplaintsAsync(context, hash, references);
        Add(hash, await context.ComplaintThemes.Select(theme => new { theme.ComplaintId, theme.Theme, theme.Origin }).ToListAsync(),
            theme => $"{references[theme.ComplaintId]}|{theme.Theme}|{theme.Origin}");
        Add(hash, await context.ComplaintTexts.ToListAsync(), text => $"{references[text.ComplaintId]}|{text.RedactedText}");
        Add(hash, await context.TextSignatures.ToListAsync(), signature => $"{references[signature.ComplaintId]}|{Convert.ToHexString(signature.Signature)}");
        Add(hash, await context.Predictions.ToListAsync(), row => $"{references[row.ComplaintId]}|{row.ModelVersion}|{row.BusinessArea}|{row.Themes}");
        Add(hash, await context.RawTexts.Select(text => text.ComplaintId).ToListAsync(), id => references[id]);
        Add(hash, await context.QuarantinedRows.ToListAsync(), row => $"{row.LineNumber}|{row.Column}|{row.Found}|{row.Expected}");
        int counts = await context.DailyCounts.CountAsync();
        Add(hash, await context.DailyCounts.AsNoTracking().ToListAsync(), Line);
        int stale = await context.StaleDays.CountAsync();
        ImportBatchRow last = await context.ImportBatches.OrderByDescending(batch => batch.Id).FirstAsync();
        bool balances = last.State == ImportState.Finished && last.Read == rows && last.Read == last.Accepted + last.Duplicates + last.Updated + last.Quarantined
            && await context.ImportBatches.SumAsync(batch => batch.Accepted) == complaints;
        int searchable = await context.Dialect.ComplaintsMatching(context, "word1").CountAsync();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{complaints} complaints, {counts} counts, {searchable} found by a word, {stale} days to count, the account {(balances ? "balances" : "DOES NOT BALANCE")}, {Convert.ToHexStringLower(hash.GetHashAndReset(), 0, 8)}");
    }

    private static async Task<int> AddComplaintsAsync(InsightsDbContext context, IncrementalHash hash, Dictionary<long, string> references)
    {
        List<ComplaintRow> rows = await context.Complaints.AsNoTracking().ToListAsync();
        Add(hash, rows, row => string.Join('|', row.Reference, Convert.ToHexString(row.ContentHash), row.CountedOn?.DayNumber, row.RespondedOn?.DayNumber, row.BusinessArea,
            row.ComplaintType, row.Remit, row.Finding, row.Office, row.Channel, row.HasText, row.NeedsReview, row.ModelVersion,
            row.CampaignId is { } campaign ? references[campaign] : ""));
        return rows.Count;
    }

    private static string Line(DailyCountRow row) => string.Join(
        '|', row.Slice, row.FirstCode, row.SecondCode, row.Day.DayNumber, row.Complaints, row.Distinct, row.Answered, row.AnsweredInTime, row.WithFinding, row.Upheld);

    private static void Add<T>(IncrementalHash hash, List<T> rows, Func<T, string> line)
    {
        foreach (string text in rows.Select(line).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));
        }
    }
}
