using System.Text.Json;
using Insights.Classification;

namespace Ingest.Store.Writing;

/// <summary>What a model said about a text, in the form the store keeps it.</summary>
/// <param name="ModelVersion">Which model.</param>
/// <param name="Codes">Its codes.</param>
/// <param name="ThemesJson">Its themes with their evidence.</param>
internal sealed record PreparedPrediction(string ModelVersion, ComplaintPrediction Codes, string ThemesJson)
{
    /// <summary>The columns of its table, in the order of <see cref="Values"/>.</summary>
    public static readonly string[] Columns =
    [
        "ComplaintId", "ModelVersion", "TaxonomyVersion", "BusinessArea", "BusinessAreaProbability", "ComplaintType", "ComplaintTypeProbability", "Remit", "RemitProbability",
        "NeedsReview", "Themes",
    ];

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    public static PreparedPrediction Of(string modelVersion, ComplaintPrediction codes) => new(modelVersion, codes, JsonSerializer.Serialize(codes.Themes, Format));

    public object?[] Values(long complaintId, string taxonomyVersion) =>
    [
        complaintId, ModelVersion, taxonomyVersion, Codes.BusinessArea.Code, Codes.BusinessArea.Probability, Codes.ComplaintType.Code, Codes.ComplaintType.Probability,
        Codes.Remit.Code, Codes.Remit.Probability, Codes.NeedsReview, ThemesJson,
    ];
}
