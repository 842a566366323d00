using Ingest.Store.Entities;

namespace Dashboard.Pages.Shared;

/// <summary>Words and colours for where an import stands.</summary>
public static class ImportWords
{
    public static string State(ImportState state) => state switch
    {
        ImportState.Running => "Running",
        ImportState.Finished => "Finished",
        ImportState.Failed => "Failed",
        _ => "Undone",
    };

    public static string TagClass(ImportState state) => state switch
    {
        ImportState.Running => "govuk-tag--yellow",
        ImportState.Finished => "govuk-tag--green",
        ImportState.Failed => "govuk-tag--red",
        _ => "govuk-tag--grey",
    };
}
