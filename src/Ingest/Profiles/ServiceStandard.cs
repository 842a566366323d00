namespace Ingest.Profiles;

/// <summary>How soon a complaint must be answered.</summary>
/// <param name="WorkingDays">Working days after the day of receipt, such as 20.</param>
/// <param name="Calendar">Name of the calendar of bank holidays in the data folder.</param>
public sealed record ServiceStandard(int WorkingDays, string Calendar);
