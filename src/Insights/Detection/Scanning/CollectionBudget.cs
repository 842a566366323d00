namespace Insights.Detection.Scanning;

/// <summary>The alarm budget of one collection as an analysis kept it.</summary>
/// <param name="Collection">Name of the collection.</param>
/// <param name="AllowedAQuarter">False signals accepted a quarter over everything watched.</param>
/// <param name="AchievedAQuarter">False signals a quarter counted on shuffled history; null when there was too little history to try.</param>
/// <param name="QuartersTried">Quarters of shuffled history that this was counted over.</param>
/// <param name="Series">Series watched.</param>
/// <param name="Levels">The level of a single window by slice: chance gives less than this.</param>
public sealed record CollectionBudget(
    string Collection, double AllowedAQuarter, double? AchievedAQuarter, double QuartersTried, int Series, IReadOnlyDictionary<string, double> Levels);
