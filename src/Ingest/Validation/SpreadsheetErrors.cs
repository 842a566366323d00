namespace Ingest.Validation;

/// <summary>What spreadsheets show, and write into CSV, in place of a value that a formula could not give.</summary>
internal static class SpreadsheetErrors
{
    /// <summary>A look-up that found nothing: the value is missing, which is no error of the row.</summary>
    public const string NotAvailable = "#N/A";

    private static readonly HashSet<string> Broken = new(StringComparer.Ordinal) { "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#SPILL!", "#CALC!" };

    public static bool IsMissing(string value) => value.Length == NotAvailable.Length && string.Equals(value, NotAvailable, StringComparison.Ordinal);

    public static bool IsBroken(string? cell) => cell is ['#', ..] && Broken.Contains(cell.Trim());
}
