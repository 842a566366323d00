namespace Ingest;

/// <summary>What an import of a file would do.</summary>
/// <param name="Rows">Rows read.</param>
/// <param name="IsWhole">False when the file is longer than what was read.</param>
/// <param name="Refusals">Why rows would be refused, the commonest reason first.</param>
/// <param name="RepeatedReferences">Rows whose reference came before in the file.</param>
/// <param name="First">The first rows that would be stored, as they would be.</param>
public sealed record PreviewReport(int Rows, bool IsWhole, IReadOnlyList<PreviewRefusal> Refusals, int RepeatedReferences, IReadOnlyList<PreviewRow> First)
{
    public int Refused => Refusals.Sum(refusal => refusal.Rows);
}
