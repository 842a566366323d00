using System.Text.RegularExpressions;

namespace Insights.Explanation;

/// <summary>What every letter may begin or end with and no complaint is about. Its words may be matters elsewhere: a hearing, a concern.</summary>
internal static partial class LetterFormulas
{
    /// <summary>The text with a full stop where a formula stood, so that the words beside it are no neighbours.</summary>
    public static string Without(string text) => Formulas().Replace(text, " . ");

    [GeneratedRegex(
        @"\blook(?:ing)? forward to (?:hearing (?:back )?from you|your (?:prompt |early )?(?:reply|response|answer))|\bto whom (?:it|this) may concern\b|\bthank you for your (?:time|help|attention|consideration|assistance)\b|\byours (?:sincerely|faithfully|truly)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Formulas();
}
