using System.Text;

namespace Ingest.Sources;

/// <summary>
/// The part of an Excel number format (ECMA-376 part 1, 18.8.31) that changes which characters people see: literal text before and after, leading
/// zeros, decimals, percent. Thousands separators are left out on purpose: they are no part of a number.
/// </summary>
/// <param name="Prefix">Literal text before the digits.</param>
/// <param name="MinimumDigits">Digits before the point that are always shown.</param>
/// <param name="Decimals">Digits after the point that are always shown; null when the format does not say.</param>
/// <param name="Suffix">Literal text after the digits.</param>
/// <param name="IsPercent">True when the number is shown times a hundred.</param>
internal sealed record NumberPattern(string Prefix, int MinimumDigits, int? Decimals, string Suffix, bool IsPercent)
{
    public static NumberPattern Parse(string format)
    {
        StringBuilder prefix = new();
        StringBuilder suffix = new();
        (int zeros, int decimals, bool hasDigits, bool hasPoint, bool isPercent) = (0, 0, false, false, false);
        for (int index = 0; index < format.Length && format[index] != ';'; index++)
        {
            char character = format[index];
            StringBuilder literal = hasDigits ? suffix : prefix;
            switch (character)
            {
                case '0' or '#' or '?':
                    hasDigits = true;
                    zeros += !hasPoint && character == '0' ? 1 : 0;
                    decimals += hasPoint && character == '0' ? 1 : 0;
                    break;
                case '.' when hasDigits:
                    hasPoint = true;
                    break;
                case '%':
                    isPercent = true;
                    break;
                case '"':
                    index = AppendUntil(literal, format, index + 1, '"');
                    break;
                case '[':
                    index = AppendUntil(new StringBuilder(), format, index + 1, ']');
                    break;
                case '\\':
                    literal.Append(index + 1 < format.Length ? format[++index] : "");
                    break;
                case '_' or '*':
                    index++;
                    break;
                case '-' or '/' or ' ' or '£' or '$' or '€' or ':' or '(' or ')' or '+':
                    literal.Append(character);
                    break;
            }
        }

        return new NumberPattern(prefix.ToString().TrimStart(), zeros, hasPoint || zeros > 0 ? decimals : null, suffix.ToString().TrimEnd(), isPercent);
    }

    private static int AppendUntil(StringBuilder literal, string format, int start, char end)
    {
        int stop = format.IndexOf(end, start);
        stop = stop < 0 ? format.Length : stop;
        literal.Append(format, start, stop - start);
        return stop;
    }
}
