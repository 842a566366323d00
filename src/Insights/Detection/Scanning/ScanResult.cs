namespace Insights.Detection.Scanning;

/// <summary>What the search over one collection came to.</summary>
/// <param name="Series">Series judged.</param>
/// <param name="NotAssessed">Why others were not, and how many share the reason; ordered by reason (ordinal).</param>
/// <param name="Windows">The windows beyond the alarm budget, strongest first.</param>
/// <param name="AdjustedPValues">Benjamini–Hochberg adjusted p-value of each window, in the same order.</param>
/// <param name="Budget">The alarm budget and the level of a single window that keeps it.</param>
internal sealed record ScanResult(
    int Series, IReadOnlyList<KeyValuePair<string, int>> NotAssessed, IReadOnlyList<RaisedWindow> Windows, IReadOnlyList<double> AdjustedPValues, AlarmBudget Budget);
