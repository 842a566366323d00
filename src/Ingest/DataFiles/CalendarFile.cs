using System.Globalization;
using Insights;
using Insights.Clocks;

namespace Ingest.DataFiles;

/// <summary>Reads a calendar of bank holidays from its YAML file.</summary>
internal static class CalendarFile
{
    /// <exception cref="InputErrorException">The file is missing or wrong; the message names file, line and key.</exception>
    public static WorkingDayCalendar Load(string path)
    {
        YamlSection file = YamlSection.Load(path);
        file.AllowOnly("name", "version", "title", "firstYear", "lastYear", "holidays");
        int firstYear = file.Number("firstYear", 0);
        int lastYear = file.Number("lastYear", 0);
        List<DateOnly> holidays = [];
        foreach (YamlSection entry in file.Sections("holidays"))
        {
            entry.AllowOnly("date", "title");
            string text = entry.RequiredText("date");
            bool isDate = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date);
            holidays.Add(isDate && date.Year >= firstYear && date.Year <= lastYear
                ? date
                : throw entry.Problem("date", $"'{text}'", $"a date as yyyy-MM-dd from {firstYear} to {lastYear} (firstYear, lastYear)"));
        }

        foreach (int year in Enumerable.Range(firstYear, Math.Max(0, lastYear - firstYear + 1)).Where(year => !holidays.Exists(day => day.Year == year)))
        {
            throw file.Problem("holidays", $"without any day in {year}", $"the bank holidays of every year from {firstYear} to {lastYear}");
        }

        return new WorkingDayCalendar(file.RequiredText("name"), firstYear, lastYear, holidays);
    }
}
