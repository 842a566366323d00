using System.Text.Json;
using Insights.Complaints;
using Insights.Detection;
using Insights.Detection.Scanning;
using Insights.Explanation;
using Insights.Patterns;

namespace Ingest.Store;

/// <summary>The parts of signals and runs that are stored as JSON: written by the analysis, read by the pages. NaN ("not assessed") is stored as null.</summary>
public static class SignalDocuments
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    public static string WriteChart(IReadOnlyList<AssessedPeriod> chart) =>
        JsonSerializer.Serialize(chart.Select(StoredPeriod.From), Format);

    public static IReadOnlyList<AssessedPeriod> ReadChart(string json, Interval interval) =>
        [.. (JsonSerializer.Deserialize<StoredPeriod[]>(json, Format) ?? []).Select(stored => stored.ToAssessedPeriod(interval))];

    public static string WriteRivalExplanations(IReadOnlyList<string> sentences) => JsonSerializer.Serialize(sentences, Format);

    public static IReadOnlyList<string> ReadRivalExplanations(string json) => JsonSerializer.Deserialize<string[]>(json, Format) ?? [];

    public static string WriteBudgets(IReadOnlyList<CollectionBudget> budgets) => JsonSerializer.Serialize(budgets, Format);

    public static IReadOnlyList<CollectionBudget> ReadBudgets(string json) => JsonSerializer.Deserialize<CollectionBudget[]>(json, Format) ?? [];

    public static string WritePatterns(IReadOnlyList<CollectionPatterns> patterns) => JsonSerializer.Serialize(patterns, Format);

    /// <summary>Empty for runs made before patterns were looked for.</summary>
    public static IReadOnlyList<CollectionPatterns> ReadPatterns(string? json) => json is null ? [] : JsonSerializer.Deserialize<CollectionPatterns[]>(json, Format) ?? [];

    /// <summary>What the runs told of the complaints still to come, by collection; the other patterns are passed over.</summary>
    public static IReadOnlyList<CollectionNowcast> ReadNowcasts(string? json) => json is null ? [] : JsonSerializer.Deserialize<CollectionNowcast[]>(json, Format) ?? [];

    public static string? WriteExplanation(SignalExplanation? explanation) => explanation is null ? null : JsonSerializer.Serialize(explanation, Format);

    public static SignalExplanation? ReadExplanation(string? json) => json is null ? null : JsonSerializer.Deserialize<SignalExplanation>(json, Format);

    /// <summary>One period of a chart as it stands in the database.</summary>
    private sealed record StoredPeriod(DateOnly Start, int Observed, double? Expected, double? Lower, double? Upper, bool IsAlarm, bool IsPartial)
    {
        public static StoredPeriod From(AssessedPeriod period) => new(
            period.Period.Start, period.Observed, Known(period.Expected), Known(period.Lower), Known(period.Upper), period.IsAlarm, period.IsPartial);

        public AssessedPeriod ToAssessedPeriod(Interval interval) => new(
            Period.Containing(interval, Start), Observed, Expected ?? double.NaN, Lower ?? double.NaN, Upper ?? double.NaN, IsAlarm, IsPartial);

        private static double? Known(double value) => double.IsFinite(value) ? value : null;
    }
}
