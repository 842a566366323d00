namespace Insights.MLNet;

/// <summary>What a fitted pipeline says about a text: a probability for each label, in the order of the model's codes.</summary>
internal sealed class LabelProbabilities
{
    public float[] Probabilities { get; set; } = [];
}
