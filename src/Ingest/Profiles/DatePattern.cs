using System.Globalization;
using Ingest.DataFiles;

namespace Ingest.Profiles;

/// <summary>
/// Checks date formats of .NET as people write them. Letters mean what their case says: "mm" is minutes, so that dd-mm-yyyy reads every day as one in
/// January, and "YYYY" is no year but four letters.
/// </summary>
internal static class DatePattern
{
    private static readonly DateTime Sample = new(2021, 11, 25);

    /// <exception cref="Insights.InputErrorException">A format does not give back the date it wrote.</exception>
    public static IReadOnlyList<string> Checked(YamlSection section, string key)
    {
        IReadOnlyList<string> formats = section.Texts(key);
        foreach (string format in formats.Where(format => !ReadsDates(format)))
        {
            throw section.Problem(
                key, $"'{format}', by which 25 November 2021 is not read again", "a date format of .NET such as dd/MM/yyyy, d MMM yyyy or yyyy-MM-dd HH:mm: day d, month M, year y, hour H, minute m");
        }

        return formats;
    }

    private static bool ReadsDates(string format)
    {
        try
        {
            string written = Sample.ToString(format, CultureInfo.InvariantCulture);
            return DateTime.TryParseExact(written, format, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out DateTime read)
                && (read == Sample || (!format.Contains('d', StringComparison.Ordinal) && read == new DateTime(Sample.Year, Sample.Month, 1)));
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
