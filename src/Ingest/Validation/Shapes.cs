namespace Ingest.Validation;

/// <summary>Describes a value without showing it, because any cell of a complaint may hold personal data.</summary>
internal static class Shapes
{
    public static string Text(string value) => value.Length == 1 ? "text of 1 character" : FormattableString.Invariant($"text of {value.Length:N0} characters");
}
