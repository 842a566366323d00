using System.Globalization;

namespace Ingest.Validation;

/// <summary>Reads the dates of one column by its formats, in order.</summary>
/// <param name="formats">The profile's formats.</param>
/// <param name="acceptsIso">True when ISO dates are read too, because the source knows its dates as dates.</param>
/// <param name="acceptsSerials">True when a number is a day counted from 1900, as a spreadsheet stores a date that nobody told it to show as one.</param>
internal sealed class DateReader(IReadOnlyList<string> formats, bool acceptsIso = false, bool acceptsSerials = false)
{
    /// <summary>Complaints before 1900 or after 2099 are mistyped years, not complaints.</summary>
    private const int EarliestYear = 1900;
    private const int LatestYear = 2099;
    private const string IsoFormat = "yyyy-MM-dd";
    private const string IsoTimeFormat = "yyyy-MM-dd HH:mm:ss";
    private const int IsoLength = 10;
    private const char Digit = '9';
    private const int SerialDigits = 5;

    /// <summary>October 1954 and December 2099; smaller numbers in a column of dates are numbers of days or years.</summary>
    private const double EarliestSerial = 20_000;
    private const double LatestSerial = 73_050;

    /// <summary>Days and months of one digit and of two, by which the forms of a format are learned.</summary>
    private static readonly DateTime[] Samples = [new(2020, 1, 1), new(2020, 1, 10), new(2020, 10, 1), new(2020, 10, 10)];

    private readonly string[] allFormats = acceptsIso ? [.. formats, IsoFormat, IsoTimeFormat] : [.. formats];
    private readonly bool isIsoFirst = acceptsIso || formats is [IsoFormat, ..];

    /// <summary>The formats as people write them.</summary>
    public string Expected => $"a date as {string.Join(" or ", formats)}, {EarliestYear} to {LatestYear}";

    public DateOnly? Read(string value)
    {
        if (isIsoFirst && value.Length == IsoLength && TryReadIso(value) is { } date)
        {
            return InRange(date);
        }

        return DateTime.TryParseExact(value, allFormats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out DateTime time) ? InRange(DateOnly.FromDateTime(time))
            : acceptsSerials ? ReadSerial(value)
            : null;
    }

    /// <summary>What usually causes a value that is no date.</summary>
    public string LikelyCause(string value)
    {
        if (IsSerial(value))
        {
            return "A spreadsheet's number for a date: show the column as dates there and save it again.";
        }

        string shape = ShapeOf(value);
        return allFormats.SelectMany(format => Samples, (format, sample) => ShapeOf(sample.ToString(format, CultureInfo.InvariantCulture))).Contains(shape, StringComparer.Ordinal)
            ? "A date that does not exist, a mistyped year, or day and month exchanged."
            : "Another date format (add it to 'dateFormats' in the profile), or shifted columns.";
    }

    /// <summary>The form of a date without its numbers: 9 for a digit, a for a letter.</summary>
    public static string ShapeOf(string value) =>
        string.Concat(value.Take(IsoLength * 2).Select(character => char.IsDigit(character) ? Digit : char.IsLetter(character) ? 'a' : character));

    private static bool IsSerial(string value) => value.Length == SerialDigits && value.All(char.IsAsciiDigit);

    private static DateOnly? ReadSerial(string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double days) && days is >= EarliestSerial and <= LatestSerial
            ? DateOnly.FromDateTime(DateTime.FromOADate(Math.Floor(days)))
            : null;

    private static DateOnly? TryReadIso(string value)
    {
        if (value[4] != '-' || value[7] != '-'
            || !int.TryParse(value.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            || !int.TryParse(value.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int month)
            || !int.TryParse(value.AsSpan(8, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int day))
        {
            return null;
        }

        bool exists = year is >= EarliestYear and <= LatestYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        return exists ? new DateOnly(year, month, day) : null;
    }

    private static DateOnly? InRange(DateOnly date) => date.Year is >= EarliestYear and <= LatestYear ? date : null;
}
