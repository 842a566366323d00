using System.Globalization;
using Ingest.Redaction.Tokens;

namespace Ingest.Redaction.Identifiers;

/// <summary>Recognises a full date: day, month and year, in figures or with the month in words.</summary>
internal static class DateReader
{
    private const int EarliestYear = 1900;
    private const int LatestYear = 2100;

    private static readonly string[] NumericForms =
        ["##/##/####", "#/##/####", "##/#/####", "#/#/####", "##.##.####", "#.#.####", "##-##-####", "#-#-####", "####-##-##", "####/##/##", "##/##/##", "##.##.##", "##-##-##"];

    private static readonly ulong Of = WordHash.Of("of");

    private static readonly HashSet<ulong> Months =
        ("january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec"
            .Split(' ').Select(month => WordHash.Of(month))).ToHashSet();

    /// <summary>How many tokens from here are a full date, and its year (0 when it has two figures); no token when none.</summary>
    public static (int Tokens, int Year) Read(ReadOnlySpan<char> text, TokenList tokens, int index)
    {
        ref readonly Token token = ref tokens[index];
        if (token.Kind == TokenKind.Code && IsNumericDate(text[token.Start..token.End]))
        {
            return (1, YearIn(text[token.Start..token.End]));
        }

        int day = index;
        int month = index + 1;
        if (IsMonth(tokens[index]))
        {
            (day, month) = (month, day);
        }

        if (IsDay(text, tokens[index]) && tokens[index + 1].Kind == TokenKind.Word && tokens[index + 1].Hash == Of && IsMonth(tokens[index + 2]) && YearOf(text, tokens[index + 3]) is > 0 and var spokenYear)
        {
            return (4, spokenYear);
        }

        // "30 November, 1986" is rarer than the plain form and reads the same once the gap is a space or comma.
        bool isDayAndMonth = IsDay(text, tokens[day]) && IsMonth(tokens[month]) && tokens[index + 1].Before is Gap.Space or Gap.Nothing or Gap.Dash;
        int year = isDayAndMonth && tokens[index + 2].Before is Gap.Space or Gap.Comma or Gap.Dash ? YearOf(text, tokens[index + 2]) : 0;
        return year > 0 ? (3, year) : (0, 0);
    }

    public static bool IsNumericDate(ReadOnlySpan<char> code)
    {
        foreach (string form in NumericForms)
        {
            if (ShapePattern.Match(code, 0, form) == code.Length)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMonth(in Token token) => token.Kind == TokenKind.Word && Months.Contains(token.Hash);

    private static bool IsDay(ReadOnlySpan<char> text, in Token token)
    {
        if (token.Kind != TokenKind.Code || token.Length > 4)
        {
            return false;
        }

        ReadOnlySpan<char> day = text[token.Start..token.End].TrimEnd("stndrhSTNDRH");
        return int.TryParse(day, CultureInfo.InvariantCulture, out int number) && number is >= 1 and <= 31;
    }

    private static int YearOf(ReadOnlySpan<char> text, in Token token) =>
        token.Kind == TokenKind.Code && token.Length == 4 && int.TryParse(text[token.Start..token.End], CultureInfo.InvariantCulture, out int year) && year is >= EarliestYear and < LatestYear
            ? year
            : 0;

    private static int YearIn(ReadOnlySpan<char> code)
    {
        const int YearLength = 4;
        if (code.Length < YearLength)
        {
            return 0;
        }

        ReadOnlySpan<char> figures = code[^3] is '/' or '.' or '-' ? code[..YearLength] : code[^YearLength..];
        return int.TryParse(figures, CultureInfo.InvariantCulture, out int year) && year is >= EarliestYear and < LatestYear ? year : 0;
    }
}
