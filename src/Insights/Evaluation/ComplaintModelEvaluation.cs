using Insights.Classification;

namespace Insights.Evaluation;

/// <summary>How good a model of complaints is on coded complaints that it has not seen.</summary>
public sealed record ComplaintModelEvaluation
{
    private const string InRemit = "in";

    public required int Complaints { get; init; }

    public required ClassifierEvaluation BusinessArea { get; init; }

    public required ClassifierEvaluation Themes { get; init; }

    public required ClassifierEvaluation ComplaintType { get; init; }

    public required ClassifierEvaluation Remit { get; init; }

    /// <summary>Share of complaints rightly put inside or outside the remit, whatever the reason.</summary>
    public required double InOrOutAccuracy { get; init; }

    /// <summary>Share of complaints that go to a person.</summary>
    public required double ReviewShare { get; init; }

    /// <summary>Share of right areas among those that do not.</summary>
    public required double AreaAccuracyWithoutReview { get; init; }

    /// <summary>How right the areas are by how many of the least sure go to a person.</summary>
    public required IReadOnlyList<CoveragePoint> CoverageCurve { get; init; }

    /// <summary>Codes each complaint and compares.</summary>
    public static ComplaintModelEvaluation Run(ComplaintModel model, IReadOnlyList<LabelledComplaint> complaints)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(complaints);
        ComplaintPrediction[] predictions = [.. complaints.Select(complaint => model.Predict(complaint.Text))];
        bool[] areaRight = [.. predictions.Select((prediction, row) => IsSame(prediction.BusinessArea.Code, complaints[row].BusinessArea))];
        bool[] kept = [.. predictions.Select(prediction => !prediction.NeedsReview)];
        return new ComplaintModelEvaluation
        {
            Complaints = complaints.Count,
            BusinessArea = Head(model, ComplaintModel.BusinessAreaHead, complaints, complaint => [complaint.BusinessArea]),
            Themes = Head(model, ComplaintModel.ThemesHead, complaints, complaint => complaint.Themes),
            ComplaintType = Head(model, ComplaintModel.ComplaintTypeHead, complaints, complaint => [complaint.ComplaintType]),
            Remit = Head(model, ComplaintModel.RemitHead, complaints, complaint => [complaint.Remit]),
            InOrOutAccuracy = predictions.Index().Average(pair => IsSame(pair.Item.Remit.Code, InRemit) == IsSame(complaints[pair.Index].Remit, InRemit) ? 1.0 : 0),
            ReviewShare = kept.Count(isKept => !isKept) / (double)Math.Max(1, kept.Length),
            CoverageCurve = AbstainBand.Curve(predictions.Select((prediction, row) => new JudgedAnswer(prediction.BusinessArea.Probability, areaRight[row]))),
            AreaAccuracyWithoutReview = kept.Index().Where(pair => pair.Item).Select(pair => areaRight[pair.Index] ? 1.0 : 0).DefaultIfEmpty(0).Average(),
        };
    }

    private static ClassifierEvaluation Head(ComplaintModel model, string name, IReadOnlyList<LabelledComplaint> complaints, Func<LabelledComplaint, IReadOnlyList<string>> codes)
    {
        LabelledText[] rows = [.. complaints.Select(complaint => new LabelledText(complaint.Text, codes(complaint)))];
        return ClassifierComparison.Run(model.Classifier, model.Classifier.IndexOfHead(name, isRequired: true), rows, TimeProvider.System).Evaluation;
    }

    private static bool IsSame(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);
}
