using Ingest.DataFiles;
using Ingest.Profiles;
using Ingest.Store.Entities;
using Insights.Clocks;
using Insights.Complaints;

namespace Ingest.Store.Counting;

/// <summary>A stored collection with its definition from the data files.</summary>
/// <param name="Id">Its number in the store.</param>
/// <param name="Collection">Taxonomy, slices, titles.</param>
/// <param name="Standard">The service standard it is measured against; null when none.</param>
/// <param name="Calendar">The standard's calendar; null when there is no standard.</param>
public sealed record CollectionDefinition(int Id, ComplaintCollection Collection, ServiceStandard? Standard, WorkingDayCalendar? Calendar)
{
    public static CollectionDefinition Of(int id, ImportProfile profile, DataFolder data) =>
        new(id, profile.Collection, profile.ServiceStandard, profile.ServiceStandard is { } standard ? data.LoadCalendar(standard.Calendar) : null);

    /// <summary>The definition by the profile that the stored collection names.</summary>
    public static CollectionDefinition Of(CollectionRow row, DataFolder data) => Of(row.Id, data.LoadProfile(row.ProfileName), data);
}
