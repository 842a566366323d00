namespace Insights.Classification;

/// <summary>How surprised a prediction is by the right labels: −ln of the probability it gave them.</summary>
internal static class LogarithmicLoss
{
    private const double SmallestProbability = 1e-6;

    public static double Of(HeadPrediction prediction, LabelMatrix labels, int row)
    {
        if (!labels.IsMultiLabel)
        {
            return Loss(prediction.Probabilities[labels.LabelsOf(row)[0]]);
        }

        double loss = 0;
        for (int label = 0; label < labels.Codes.Count; label++)
        {
            double probability = prediction.Probabilities[label];
            loss += Loss(labels.Has(row, label) ? probability : 1 - probability);
        }

        return loss;
    }

    private static double Loss(double probability) => -Math.Log(Math.Max(SmallestProbability, probability));
}
