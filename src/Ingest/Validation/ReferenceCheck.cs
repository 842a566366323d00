using System.Text.RegularExpressions;
using Ingest.Store;

namespace Ingest.Validation;

/// <summary>Whether a reference can tell complaints apart: there, of a sensible length, and not what a spreadsheet made of it.</summary>
internal static partial class ReferenceCheck
{
    /// <summary>What is wrong with it; null when nothing is.</summary>
    /// <param name="reference">The reference; empty when the source gave none.</param>
    /// <param name="column">The column it was read from.</param>
    public static RowIssue? Of(string reference, string? column) => reference.Length switch
    {
        0 => new RowIssue(column, "nothing", "the source's reference of the complaint", "A line of totals, or a row that was not filled in."),
        > FieldLengths.Reference => new RowIssue(
            column, Shapes.Text(reference), $"a reference of at most {FieldLengths.Reference} characters", "The columns are shifted, or the profile maps the wrong column."),
        _ when ShortenedNumber().IsMatch(reference) => new RowIssue(
            column, "a number in scientific notation", "the whole reference", "A spreadsheet has shortened a long number: show the column as text in the source and save it again."),
        _ => null,
    };

    /// <summary>What is left of a long number when a spreadsheet writes it: many references become one.</summary>
    [GeneratedRegex(@"^[0-9](\.[0-9]+)?E\+[0-9]+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ShortenedNumber();
}
