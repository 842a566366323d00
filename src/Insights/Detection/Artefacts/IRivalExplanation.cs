namespace Insights.Detection.Artefacts;

/// <summary>One way in which a rise or a silence may be no issue.</summary>
internal interface IRivalExplanation
{
    RivalVerdict Test(RivalContext context);
}
