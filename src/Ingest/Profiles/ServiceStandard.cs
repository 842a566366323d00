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

    /// <summary>Codes of the business areas whose complaints go to the examiner; empty for all that no provider's clock is for.</summary>
    public IReadOnlyList<string> ExaminerAreas { get; init; } = [];

    /// <summary>
    /// What an empty date of response means: true that no final response was given, false (the default) that it was not recorded, which tells nothing.
    /// </summary>
    public bool EmptyResponseMeansNone { get; init; }

    /// <summary>Other clocks for complaints of single business areas.</summary>
    public IReadOnlyList<ProviderStandard> Providers { get; init; } = [];

    /// <summary>The provider's clocks that are for complaints of an area; null for none.</summary>
    public ProviderStandard? ProviderOf(string? businessArea) =>
        Providers.FirstOrDefault(provider => string.Equals(provider.BusinessArea, businessArea, StringComparison.Ordinal));

    /// <summary>True when complaints of an area go to the examiner.</summary>
    public bool IsForExaminer(string? businessArea) => ExaminerAreas.Count == 0
        ? ProviderOf(businessArea) is null
        : ExaminerAreas.Contains(businessArea, StringComparer.Ordinal);
}
