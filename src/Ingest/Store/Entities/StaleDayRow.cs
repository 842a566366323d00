namespace Ingest.Store.Entities;

/// <summary>
/// A day whose <see cref="DailyCountRow"/>s no longer match its complaints. Written in the same transaction as the change and deleted in the same
/// transaction as the recount, so that a process that dies between the two leaves the day marked and the next one recounts it.
/// </summary>
public sealed class StaleDayRow
{
    public int CollectionId { get; set; }

    public DateOnly Day { get; set; }
}
