namespace Insights.Detection.Artefacts;

/// <summary>Counts before and after coded by different models cannot be compared. The analysis codes everything with one version before it counts.</summary>
internal sealed class ModelChange : IRivalExplanation
{
    public const string Code = "model_change";

    public RivalVerdict Test(RivalContext context) => new(Code, false, context.ModelVersion is { } version
        ? $"No change of model: complaints before and since were coded by the same version ({version})."
        : "No change of model: the codes are the source's own, no model is involved.");
}
