namespace Ingest.Store.Entities;

/// <summary>Where an import stands.</summary>
public enum ImportState
{
    Running = 0,
    Finished = 1,
    Failed = 2,
    Undone = 3,
}
