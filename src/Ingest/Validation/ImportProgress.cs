namespace Ingest.Validation;

/// <summary>How far an import has come.</summary>
/// <param name="FileName">The file being read.</param>
/// <param name="RowsStored">Rows of the file that are accounted for.</param>
/// <param name="Fraction">Share of the file's bytes that were read, 0 to 1.</param>
public readonly record struct ImportProgress(string FileName, long RowsStored, double Fraction);
