namespace Insights.Detection.Artefacts;

/// <summary>Tests every rival explanation of a signal, in a fixed order; the first that accounts for it names the artefact.</summary>
internal static class ArtefactGuard
{
    private static readonly IRivalExplanation[] Rivals =
        [new RecordingChange(), new LetterCampaign(), new OverallVolume(), new ModelChange(), new LateReporting(), new BacklogRelease(), new EventDates()];

    public static IReadOnlyList<RivalVerdict> Test(RivalContext context) => [.. Rivals.Select(rival => rival.Test(context))];
}
