using System.Globalization;

namespace Ingest.Sources;

/// <summary>
/// A cell as people see it: a reference formatted as 00000 keeps its zeros, a sum its pence. Dates alone are written as ISO dates, because a date cell
/// is a date whatever it looks like, and how it looks depends on the machine.
/// </summary>
internal static class WorkbookCell
{
    private const string IsoDate = "yyyy-MM-dd";
    private const string IsoTime = "yyyy-MM-dd HH:mm:ss";

    /// <summary>Digits that survive a spreadsheet's arithmetic; the sixteenth shows how binary fractions work, not what was typed.</summary>
    private const string Digits = "G15";

    /// <summary>2^53: whole numbers below are what was typed, to the last digit.</summary>
    private const double LargestPlainNumber = 9_007_199_254_740_992;
    private const int PercentFactor = 100;

    public static string? Text(object value, string? format) => value switch
    {
        string text => string.IsNullOrWhiteSpace(text) ? null : text.Trim(),
        DateTime time => time.ToString(time.TimeOfDay == TimeSpan.Zero ? IsoDate : IsoTime, CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        bool flag => flag ? "TRUE" : "FALSE",
        double number => Number(number, format),
        IConvertible other => Number(other.ToDouble(CultureInfo.InvariantCulture), format),
        _ => value.ToString(),
    };

    private static string Number(double number, string? format)
    {
        if (format is null || string.Equals(format, "General", StringComparison.OrdinalIgnoreCase) || string.Equals(format, "@", StringComparison.Ordinal))
        {
            return Plain(number);
        }

        NumberPattern pattern = NumberPattern.Parse(format);
        if (pattern.IsPercent)
        {
            return Fixed(number * PercentFactor, pattern) + "%";
        }

        return pattern is { Prefix: "", Suffix: "", Decimals: null, MinimumDigits: <= 1 } ? Plain(number) : pattern.Prefix + Fixed(number, pattern) + pattern.Suffix;
    }

    private static string Fixed(double number, NumberPattern pattern)
    {
        string digits = pattern.Decimals is { } decimals && Math.Abs(number) < LargestPlainNumber
            ? number.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            : Plain(number);
        bool isWhole = digits.All(char.IsAsciiDigit);
        return isWhole ? digits.PadLeft(pattern.MinimumDigits, '0') : digits;
    }

    private static string Plain(double number) => Math.Abs(number) < LargestPlainNumber && Math.Floor(number).Equals(number)
        ? number.ToString("F0", CultureInfo.InvariantCulture)
        : number.ToString(Digits, CultureInfo.InvariantCulture);
}
