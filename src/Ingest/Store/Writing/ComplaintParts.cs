using System.Data.Common;
using Ingest.Store.Dialects;
using Ingest.Store.Entities;
using Ingest.Validation;

namespace Ingest.Store.Writing;

/// <summary>Writes what belongs to complaints in other tables: themes, redacted and encrypted texts, signatures.</summary>
internal static class ComplaintParts
{
    public static void Write(DbConnection connection, DbTransaction transaction, IStoreDialect dialect, IReadOnlyList<PreparedRow> rows)
    {
        Write(connection, transaction, dialect, "ComplaintThemes", [nameof(ComplaintThemeRow.ComplaintId), nameof(ComplaintThemeRow.Theme), nameof(ComplaintThemeRow.Origin)],
            rows.SelectMany(ThemesOf));
        Write(connection, transaction, dialect, "ComplaintTexts", [nameof(ComplaintTextRow.ComplaintId), nameof(ComplaintTextRow.RedactedText)],
            rows.Where(row => row.RedactedText is not null).Select(row => new object?[] { row.Complaint!.Row.Id, row.RedactedText }));
        Write(connection, transaction, dialect, "RawTexts", [nameof(RawTextRow.ComplaintId), nameof(RawTextRow.Encrypted)],
            rows.Where(row => row.EncryptedText is not null).Select(row => new object?[] { row.Complaint!.Row.Id, row.EncryptedText }));
        Write(connection, transaction, dialect, "TextSignatures", [nameof(TextSignatureRow.ComplaintId), nameof(TextSignatureRow.Signature)],
            rows.Where(row => row.Signature is not null).Select(row => new object?[] { row.Complaint!.Row.Id, row.Signature }));
    }

    /// <summary>The source's themes; the model's where the source gives none.</summary>
    private static IEnumerable<object?[]> ThemesOf(PreparedRow row)
    {
        ImportedComplaint complaint = row.Complaint!;
        return complaint.Themes.Count > 0
            ? complaint.Themes.Select(theme => new object?[] { complaint.Row.Id, theme, (int)CodeOrigin.Source })
            : (row.Prediction?.Codes.Themes ?? [])
                .Select(theme => theme.Code)
                .Distinct(StringComparer.Ordinal)
                .Select(theme => new object?[] { complaint.Row.Id, theme, (int)CodeOrigin.Model });
    }

    private static void Write(DbConnection connection, DbTransaction transaction, IStoreDialect dialect, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        using IRowWriter writer = dialect.RowWriter(connection, transaction, table, columns);
        foreach (object?[] row in rows)
        {
            writer.Write(row);
        }

        writer.Complete();
    }
}
