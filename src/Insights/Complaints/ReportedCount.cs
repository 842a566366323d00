namespace Insights.Complaints;

/// <summary>How many complaints of one day came in on another.</summary>
/// <param name="Day">The day they are counted by.</param>
/// <param name="ReportedOn">The day they were received, where events are counted; else the day they were first imported.</param>
/// <param name="Complaints">How many.</param>
public readonly record struct ReportedCount(DateOnly Day, DateOnly ReportedOn, int Complaints);
