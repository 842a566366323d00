using System.Globalization;
using Dashboard.Pages.Shared;
using Insights.Complaints;

namespace Dashboard.Pages.Trends;

/// <summary>What the address of the trends page asks for. Whatever does not fit the collection falls back to what does, and the page says so.</summary>
public sealed record TrendRequest
{
    public TrendMeasure Measure { get; init; }

    /// <summary>Split by this; null for no split.</summary>
    public Dimension? Split { get; init; }

    /// <summary>Only this code of the split; null for all.</summary>
    public string? Only { get; init; }

    /// <summary>Split again by this; null for no second split.</summary>
    public Dimension? Then { get; init; }

    /// <summary>Only this code of the second split; null for all.</summary>
    public string? ThenOnly { get; init; }

    public Interval Interval { get; init; }

    public DateOnly From { get; init; }

    public DateOnly To { get; init; }

    /// <summary>True when each small chart has a scale of its own.</summary>
    public bool HasOwnScales { get; init; }

    public string Address(string collection) => "/trends" + Query(collection);

    public string CsvAddress(string collection) => "/api/v1/counts.csv" + Query(collection);

    public string SvgAddress(string collection, string firstCode, string secondCode) => PageLinks.With(
        "/trends/chart.svg",
        [.. Parameters(collection).Where(parameter => parameter.Name is not ("only" or "thenOnly")), ("only", CodeText(firstCode)), ("thenOnly", Then is null ? null : CodeText(secondCode))]);

    /// <summary>A code in an address. "Not recorded" needs a word of its own, because an empty parameter means "all".</summary>
    public static string CodeText(string code) => code.Length == 0 ? MissingCode : code;

    public static string? ReadCode(string? text) => string.IsNullOrEmpty(text) ? null : string.Equals(text, MissingCode, StringComparison.Ordinal) ? "" : text;

    private const string MissingCode = "(none)";

    private string Query(string collection) => PageLinks.With("", [.. Parameters(collection)]);

    private IEnumerable<(string Name, string? Value)> Parameters(string collection) =>
    [
        ("collection", collection),
        ("measure", Measure.ToString()),
        ("split", Split?.ToString()),
        ("only", Only is null ? null : CodeText(Only)),
        ("then", Then?.ToString()),
        ("thenOnly", ThenOnly is null ? null : CodeText(ThenOnly)),
        ("interval", Interval.ToString()),
        ("from", DateText.Iso(From)),
        ("to", DateText.Iso(To)),
        ("scale", HasOwnScales ? "own" : null),
    ];

    /// <summary>A date of the form 2025-03-31; null when the text is none.</summary>
    public static DateOnly? ReadDate(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
}
