using Dashboard.Pages.Shared;
using Insights.Complaints;
using Microsoft.AspNetCore.Mvc;

namespace Dashboard.Pages.Trends;

/// <summary>The query of the trends page, its chart, and the counts of the API, as typed in an address.</summary>
public sealed class TrendParameters
{
    /// <summary>Years shown when the address names no dates.</summary>
    private const int DefaultYears = 3;

    /// <summary>Longest range: a chart of more would show nothing.</summary>
    private const int MostYears = 30;

    [FromQuery(Name = "collection")]
    public string? Collection { get; set; }

    [FromQuery(Name = "measure")]
    public string? Measure { get; set; }

    [FromQuery(Name = "split")]
    public string? Split { get; set; }

    [FromQuery(Name = "only")]
    public string? Only { get; set; }

    [FromQuery(Name = "then")]
    public string? Then { get; set; }

    [FromQuery(Name = "thenOnly")]
    public string? ThenOnly { get; set; }

    [FromQuery(Name = "interval")]
    public string? Interval { get; set; }

    [FromQuery(Name = "from")]
    public string? From { get; set; }

    [FromQuery(Name = "to")]
    public string? To { get; set; }

    [FromQuery(Name = "scale")]
    public string? Scale { get; set; }

    /// <summary>Reads what was typed; what cannot be read or does not fit the collection becomes a problem and the default.</summary>
    public TrendRequest Read(CollectionContext collection, ICollection<string> problems)
    {
        DateOnly newest = collection.Source.NewestDay ?? collection.Source.AsOf ?? DateOnly.MinValue;
        DateOnly to = ReadDay(To, "To", newest, problems);
        DateOnly earliest = to.Year > MostYears ? to.AddYears(-MostYears) : DateOnly.MinValue;
        Interval interval = ReadChoice(Interval, Default(collection), "Interval", problems);
        DateOnly defaultFrom = DefaultFrom(collection, interval, to);
        DateOnly from = ReadDay(From, "From", defaultFrom, problems);
        if (from > to)
        {
            problems.Add("The first day is after the last day. Both are shown the other way round.");
            (from, to) = (to, from);
        }

        (Dimension? split, Dimension? then) = ReadSplits(collection, problems);
        return new TrendRequest
        {
            Measure = ReadMeasure(collection, split, then, problems),
            Split = split,
            Only = split is null ? null : TrendRequest.ReadCode(Only),
            Then = then,
            ThenOnly = then is null ? null : TrendRequest.ReadCode(ThenOnly),
            Interval = interval,
            From = Later(from, earliest),
            To = to,
            HasOwnScales = string.Equals(Scale, "own", StringComparison.OrdinalIgnoreCase),
        };
    }

    /// <summary>Begins with a whole period, so that the first point is not a part of one.</summary>
    private static DateOnly DefaultFrom(CollectionContext collection, Interval interval, DateOnly to)
    {
        DateOnly earliest = to.Year > DefaultYears ? Period.Containing(interval, to.AddYears(-DefaultYears)).Next.Start : to;
        return Later(earliest, collection.Source.FirstDay ?? to);
    }

    private static Interval Default(CollectionContext collection) =>
        collection.Definition.Interval == Insights.Complaints.Interval.Week ? Insights.Complaints.Interval.Month : collection.Definition.Interval;

    private (Dimension? Split, Dimension? Then) ReadSplits(CollectionContext collection, ICollection<string> problems)
    {
        Dimension? split = ReadOptional(Split, "Split by", problems);
        Dimension? then = ReadOptional(Then, "Then by", problems);
        if (split is null || then is null || then == split)
        {
            return (split ?? then, null);
        }

        if (collection.Slices.Contains(Slice.By(split.Value, then)) || collection.Slices.Contains(Slice.By(then.Value, split)))
        {
            return (split, then);
        }

        problems.Add($"{collection.TitleOf(split.Value)} and {collection.TitleOf(then.Value)} are not counted together in this collection. Shown by {collection.TitleOf(split.Value)} alone.");
        return (split, null);
    }

    private TrendMeasure ReadMeasure(CollectionContext collection, Dimension? split, Dimension? then, ICollection<string> problems)
    {
        TrendMeasure measure = ReadChoice(Measure, TrendMeasure.Complaints, "Measure", problems);
        if (!TrendMeasures.Offered(collection).Contains(measure))
        {
            problems.Add($"This collection does not carry what '{TrendMeasures.Title(measure, collection)}' needs. Shown as numbers of complaints.");
            return TrendMeasure.Complaints;
        }

        if (measure == TrendMeasure.Rate && collection.Definition.Denominator is { } denominator && denominator.Dimension != split && denominator.Dimension != then)
        {
            problems.Add($"A rate per {denominator.Per} {denominator.Title} needs a split by {collection.TitleOf(denominator.Dimension)}. Shown as numbers of complaints.");
            return TrendMeasure.Complaints;
        }

        return measure;
    }

    private static Dimension? ReadOptional(string? text, string name, ICollection<string> problems)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (Enum.TryParse(text, ignoreCase: true, out Dimension dimension) && Enum.IsDefined(dimension))
        {
            return dimension;
        }

        problems.Add($"{name}: there is nothing to split by of that name.");
        return null;
    }

    private static T ReadChoice<T>(string? text, T whenAbsent, string name, ICollection<string> problems)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(text))
        {
            return whenAbsent;
        }

        if (Enum.TryParse(text, ignoreCase: true, out T value) && Enum.IsDefined(value))
        {
            return value;
        }

        problems.Add($"{name}: expected one of {string.Join(", ", Enum.GetNames<T>())}.");
        return whenAbsent;
    }

    private static DateOnly ReadDay(string? text, string name, DateOnly whenAbsent, ICollection<string> problems)
    {
        if (string.IsNullOrEmpty(text))
        {
            return whenAbsent;
        }

        if (TrendRequest.ReadDate(text) is { } day)
        {
            return day;
        }

        problems.Add($"{name}: expected a date such as 2025-03-31.");
        return whenAbsent;
    }

    private static DateOnly Later(DateOnly left, DateOnly right) => left > right ? left : right;
}
