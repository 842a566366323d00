using Insights.Detection;

namespace Dashboard.Pages.Shared;

/// <summary>Words and colours for what a signal is and where it stands. The words carry the meaning, the colours only help.</summary>
public static class SignalWords
{
    public static string State(SignalState state) => state switch
    {
        SignalState.New => "New",
        SignalState.UnderAssessment => "Under assessment",
        SignalState.Confirmed => "Confirmed",
        SignalState.Artefact => "Artefact",
        _ => "Dismissed",
    };

    public static string TagClass(SignalState state) => state switch
    {
        SignalState.New => "govuk-tag--blue",
        SignalState.UnderAssessment => "govuk-tag--yellow",
        SignalState.Confirmed => "govuk-tag--red",
        _ => "govuk-tag--grey",
    };

    /// <summary>The rival explanation a code stands for; a code without words here is shown as it is written, with spaces.</summary>
    public static string Artefact(string code) => code switch
    {
        "recording_change" => "a change in how complaints are recorded",
        "campaign" => "a letter campaign",
        "overall_volume" => "a rise in all complaints",
        "model_change" => "a change of the model",
        "late_reporting" => "late reporting",
        "backlog_release" => "the release of a backlog",
        "event_date" => "old events complained of together",
        _ => code.Replace('_', ' '),
    };
}
