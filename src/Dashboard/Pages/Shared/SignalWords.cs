using System.Globalization;
using Insights.Detection;

namespace Dashboard.Pages.Shared;

/// <summary>Words and colours for what a signal is and where it stands. The words carry the meaning, the colours only help.</summary>
public static class SignalWords
{
    /// <summary>Below this a chance is not told apart any more: the distributions behind it are not known that well.</summary>
    private const double SmallestChanceShown = 0.0001;

    /// <summary>A chance as people read it: never a bare 0, which no chance is.</summary>
    public static string Chance(double probability) => probability < SmallestChanceShown
        ? "less than 0.0001"
        : probability.ToString("0.####", CultureInfo.InvariantCulture);

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

    /// <summary>Points of the ranking; none is no minus nothing.</summary>
    public static string Points(double points) => (Math.Round(points, 1) + 0.0).ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>What points of the ranking are for; a code without words here is shown as it is written.</summary>
    public static string RankedFor(string code) => code switch
    {
        "evidence" => "How surely it is not chance",
        "size" => "How far it is from what was expected",
        "grave" => "Severity",
        "vulnerability" => "Vulnerable people",
        "spread" => "Spread over places",
        "recurrence" => "Recurrence within two years",
        "age" => "Time since it was last raised",
        _ => code.Replace('_', ' '),
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
