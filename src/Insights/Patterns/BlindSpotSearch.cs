using Insights.Aggregation;
using Insights.Complaints;

namespace Insights.Patterns;

/// <summary>All blind spots of a collection: below caseload, falling recording, fields no longer recorded.</summary>
internal sealed class BlindSpotSearch(IComplaintArchive archive, CollectionCounts counts)
{
    /// <param name="notAssessed">Gets a sentence for what cannot be judged.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<BlindSpot>> RunAsync(ICollection<string> notAssessed, CancellationToken cancellationToken)
    {
        List<BlindSpot> found = [];
        if (counts.Collection.Denominator is { } denominator)
        {
            IReadOnlyDictionary<string, double> sizes = await archive.SizesAsync(counts.Collection.Name, cancellationToken);
            found.AddRange(new CaseloadGaps(counts, denominator, sizes).Find(notAssessed));
        }
        else
        {
            notAssessed.Add("Fewer complaints than a caseload predicts: not assessed, the source carries no sizes.");
        }

        found.AddRange(new FallingRecording(counts).Find(notAssessed));
        MissingFields missing = new(counts.Collection, counts.AsOf);
        foreach (Dimension place in PatternSearch.Places)
        {
            IReadOnlyList<RecordedFields> fields = await archive.RecordedFieldsAsync(counts.Collection.Name, place, missing.FirstDay, missing.LastDay, cancellationToken);
            found.AddRange(missing.Find(place, fields, notAssessed).Where(spot => !found.Exists(other => MissingFields.IsSame(spot, other))));
        }

        return found;
    }
}
