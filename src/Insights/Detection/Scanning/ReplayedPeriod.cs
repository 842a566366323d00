using Insights.Complaints;

namespace Insights.Detection.Scanning;

/// <summary>What an analysis would have shown at the end of one period.</summary>
/// <param name="Newest">The newest judged period.</param>
/// <param name="Series">Series watched.</param>
/// <param name="Levels">The level of a single window by slice.</param>
/// <param name="AchievedAQuarter">False signals a quarter on shuffled history at these levels.</param>
/// <param name="Signals">What would have been listed, strongest first.</param>
public sealed record ReplayedPeriod(Period Newest, int Series, IReadOnlyDictionary<Slice, double> Levels, double AchievedAQuarter, IReadOnlyList<ReplayedSignal> Signals);
