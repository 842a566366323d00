using Insights.Text;

namespace Insights.Classification;

/// <summary>Brings the probability of the area in line with carefully coded complaints that the model was not fitted on.</summary>
internal static class AreaCalibration
{
    /// <summary>The area's head with the temperature that suits them.</summary>
    public static ClassifierHead Fit(TextClassifier classifier, ClassifierHead area, IReadOnlyList<LabelledComplaint> complaints)
    {
        LabelledComplaint[] known = [.. complaints.Where(complaint => area.IndexOf(complaint.BusinessArea) >= 0)];
        int stride = area.Weights.Stride;
        var scores = new float[known.Length * stride];
        for (int row = 0; row < known.Length; row++)
        {
            TextVector vector = classifier.Read(known[row].Text);
            area.Score(vector, scores.AsSpan(row * stride, stride));
            classifier.Return(vector);
        }

        var labels = new LabelMatrix(area.Codes, [.. known.Select(complaint => new[] { area.IndexOf(complaint.BusinessArea) })], isMultiLabel: false);
        return area.WithTemperature(CalibrationTrainer.FitTemperature(scores, stride, labels));
    }

    /// <summary>What the model says about the area of each, and whether that is right.</summary>
    public static IEnumerable<JudgedAnswer> Judge(TextClassifier classifier, IReadOnlyList<LabelledComplaint> complaints)
    {
        ClassifierHead area = classifier.Heads[0];
        foreach (LabelledComplaint complaint in complaints)
        {
            HeadPrediction prediction = classifier.Predict(complaint.Text);
            yield return new JudgedAnswer(prediction.Probabilities[prediction.Labels[0]], prediction.Labels[0] == area.IndexOf(complaint.BusinessArea));
        }
    }
}
