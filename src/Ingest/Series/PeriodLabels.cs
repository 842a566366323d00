using System.Globalization;
using Insights.Complaints;

namespace Ingest.Series;

/// <summary>Reads and writes the periods of a file of counts: whole numbers, ISO dates, 2025-W14, 2025-03, 2025-Q1.</summary>
public sealed class PeriodLabels
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;
    private const int DaysPerWeek = 7;
    private const int DaysPerMonth = 28;
    private const int DaysPerQuarter = 89;
    private const int DaysPerYear = 365;
    private const int MonthsPerYear = 12;
    private const int QuartersPerYear = 4;

    private PeriodLabels(PeriodUnit unit, bool usesDates)
    {
        Unit = unit;
        UsesDates = usesDates;
    }

    public PeriodUnit Unit { get; }

    private bool UsesDates { get; }

    /// <summary>Length of the season in periods.</summary>
    public double PeriodsPerYear => Unit switch
    {
        PeriodUnit.Number => 52,
        PeriodUnit.Day => 365.25,
        PeriodUnit.Week => 365.25 / DaysPerWeek,
        PeriodUnit.Month => MonthsPerYear,
        PeriodUnit.Quarter => QuartersPerYear,
        _ => 1,
    };

    /// <summary>Infers what the periods are from all labels of a file; null when the first label is of no known kind.</summary>
    public static PeriodLabels? Infer(IReadOnlyCollection<string> labels)
    {
        string first = labels.First();
        if (TryNumber(first, out _))
        {
            bool areYears = labels.Count > 1 && labels.All(label => TryNumber(label, out long number) && number is >= FirstYear and <= LastYear);
            return new PeriodLabels(areYears ? PeriodUnit.Year : PeriodUnit.Number, false);
        }

        if (TryDate(first, out _))
        {
            return new PeriodLabels(Spacing(labels), true);
        }

        PeriodUnit? named = NamedUnit(first);
        return named is { } unit ? new PeriodLabels(unit, false) : null;
    }

    /// <summary>The period's number; null when the label is not of the file's kind.</summary>
    public long? IndexOf(string label)
    {
        if (UsesDates)
        {
            return TryDate(label, out DateOnly date) ? IndexOf(date) : null;
        }

        if (Unit is PeriodUnit.Number or PeriodUnit.Year)
        {
            return TryNumber(label, out long number) ? number : null;
        }

        return NamedUnit(label) == Unit ? IndexOf(NamedStart(label)) : null;
    }

    /// <summary>The label of a period that has no row.</summary>
    public string LabelOf(long index)
    {
        if (Unit is PeriodUnit.Number or PeriodUnit.Year)
        {
            return index.ToString(CultureInfo.InvariantCulture);
        }

        DateOnly start = StartOf(index);
        return UsesDates || Unit == PeriodUnit.Day
            ? start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : Period.Containing(ToInterval(), start).ToString();
    }

    private long IndexOf(DateOnly date) => Unit switch
    {
        PeriodUnit.Day => date.DayNumber,
        PeriodUnit.Week => date.DayNumber / DaysPerWeek,
        PeriodUnit.Month => (date.Year * MonthsPerYear) + date.Month - 1,
        PeriodUnit.Quarter => (date.Year * QuartersPerYear) + ((date.Month - 1) / 3),
        _ => date.Year,
    };

    /// <summary>Day 0 of the calendar is a Monday, so whole weeks of day numbers are calendar weeks.</summary>
    private DateOnly StartOf(long index) => Unit switch
    {
        PeriodUnit.Day => DateOnly.FromDayNumber((int)index),
        PeriodUnit.Week => DateOnly.FromDayNumber((int)index * DaysPerWeek),
        PeriodUnit.Month => new DateOnly((int)(index / MonthsPerYear), (int)(index % MonthsPerYear) + 1, 1),
        PeriodUnit.Quarter => new DateOnly((int)(index / QuartersPerYear), ((int)(index % QuartersPerYear) * 3) + 1, 1),
        _ => new DateOnly((int)index, 1, 1),
    };

    private Interval ToInterval() => Unit switch
    {
        PeriodUnit.Week => Interval.Week,
        PeriodUnit.Month => Interval.Month,
        PeriodUnit.Quarter => Interval.Quarter,
        _ => Interval.Year,
    };

    /// <summary>The unit of dated rows: the longest that the smallest distance between two different dates allows.</summary>
    private static PeriodUnit Spacing(IReadOnlyCollection<string> labels)
    {
        int[] days = [.. labels.Select(label => TryDate(label, out DateOnly date) ? date.DayNumber : -1).Where(day => day >= 0).Distinct().Order()];
        int smallest = days.Length < 2 ? DaysPerWeek : days.Zip(days.Skip(1), (left, right) => right - left).Min();
        return smallest switch
        {
            < DaysPerWeek => PeriodUnit.Day,
            < DaysPerMonth => PeriodUnit.Week,
            < DaysPerQuarter => PeriodUnit.Month,
            < DaysPerYear => PeriodUnit.Quarter,
            _ => PeriodUnit.Year,
        };
    }

    private static PeriodUnit? NamedUnit(string label)
    {
        bool startsWithYear = label.Length >= 7 && label[4] == '-' && TryNumber(label[..4], out _);
        if (!startsWithYear || !TryNumber(label[5] is 'W' or 'Q' ? label[6..] : label[5..], out long number))
        {
            return null;
        }

        return (label[5], number) switch
        {
            ('W', >= 1 and <= 53) => PeriodUnit.Week,
            ('Q', >= 1 and <= 4) => PeriodUnit.Quarter,
            ( >= '0' and <= '1', >= 1 and <= 12) when label.Length == 7 => PeriodUnit.Month,
            _ => null,
        };
    }

    private static DateOnly NamedStart(string label)
    {
        int year = int.Parse(label.AsSpan(0, 4), CultureInfo.InvariantCulture);
        int number = int.Parse(label[5] is 'W' or 'Q' ? label.AsSpan(6) : label.AsSpan(5), CultureInfo.InvariantCulture);
        return label[5] switch
        {
            'W' => DateOnly.FromDateTime(ISOWeek.ToDateTime(year, number, DayOfWeek.Monday)),
            'Q' => new DateOnly(year, ((number - 1) * 3) + 1, 1),
            _ => new DateOnly(year, number, 1),
        };
    }

    private static bool TryNumber(string text, out long number) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private static bool TryDate(string text, out DateOnly date) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
