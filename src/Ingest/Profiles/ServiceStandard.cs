namespace Ingest.Profiles;

/// <summary>How soon a complaint must be answered, and what else runs from its dates: all of it settings of the profile.</summary>
/// <param name="WorkingDays">Working days after the day of receipt, such as 20.</param>
/// <param name="Calendar">Name of the calendar of bank holidays in the data folder.</param>
public sealed record ServiceStandard(int WorkingDays, string Calendar)
{
    /// <summary>Of a hundred answers, how many must come in time, such as 95; null when the standard names no share.</summary>
    public int? Percent { get; init; }

    /// <summary>Working days after receipt within which the remit must be decided, such as 5; null for none.</summary>
    public int? RemitWorkingDays { get; init; }

    /// <summary>Months after the final response within which a complaint can be taken to the examiner, such as 3; null for none.</summary>
    public int? ExaminerMonths { get; init; }

    /// <summary>Other clocks for complaints of single business areas.</summary>
    public IReadOnlyList<ProviderStandard> Providers { get; init; } = [];
}
