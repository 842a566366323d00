using Dashboard.Charts;
using Dashboard.Pages.Shared;
using Insights.Patterns;

namespace Dashboard.Pages.Patterns;

/// <summary>Sentences of the patterns page.</summary>
public static class PatternWords
{
    /// <summary>How much was looked at for new themes, and what of it was left out.</summary>
    public static string Read(CollectionPatterns patterns)
    {
        string sample = patterns.IsSample ? " There were more than are read at once: these are the newest." : "";
        return $"Read were {Count(patterns.Unexplained)} complaints from {DateText.Write(patterns.FirstDay)} to {DateText.Write(patterns.LastDay)} that have no theme or of which the model was unsure, "
            + $"and {Count(patterns.TextsRead)} of the whole collection to hold them against.{sample}";
    }

    public static string Of(NewTheme theme, CollectionPatterns patterns)
    {
        string once = theme.CountedOnce < theme.Complaints ? $" ({Count(theme.CountedOnce)} when each letter campaign counts once)" : "";
        return $"{Count(theme.Complaints)} complaints{once} of the {Count(patterns.Unexplained)} read, dated {DateText.Write(theme.FirstDay)} to {DateText.Write(theme.LastDay)}. "
            + $"First seen by the analysis as of {DateText.Write(theme.FoundOn)}.";
    }

    public static string Kind(BlindSpotKind kind) => kind switch
    {
        BlindSpotKind.BelowCaseload => "Quieter than its caseload predicts",
        BlindSpotKind.FallingRecording => "Recording has fallen",
        _ => "A field is no longer recorded",
    };

    /// <summary>How many of a pattern's complaints have left the store since; null when none has.</summary>
    public static string? Gone(int named, int known) => named == known ? null : $"{Count(named - known)} more have left the store since the analysis.";

    private static string Count(int number) => ChartNumber.Write(number, ValueFormat.Count);
}
