using Dashboard.Charts;
using Ingest.Profiles;
using Ingest.Store.PageQueries.Collections;

namespace Dashboard.Pages.Shared;

/// <summary>Where a collection's numbers came from and when, in plain sentences: every page ends with them.</summary>
public static class SourceText
{
    public static IEnumerable<string> Paragraphs(CollectionContext collection)
    {
        yield return string.Join(' ', Counted(collection));
        yield return string.Join(' ', Made(collection));
    }

    private static IEnumerable<string> Counted(CollectionContext collection)
    {
        SourceInformation source = collection.Source;
        string dates = source.FirstDay is null ? "" : $", dated {DateText.Write(source.FirstDay)} to {DateText.Write(source.NewestDay)}";
        yield return $"{collection.Title}: {ChartNumber.Write(source.Complaints, ValueFormat.Count)} complaints{dates}.";
        if (source.Undated > 0)
        {
            yield return $"{ChartNumber.Write(source.Undated, ValueFormat.Count)} of them have no date: they are in totals and in no chart.";
        }

        yield return collection.Profile.DateBasis switch
        {
            DateBasis.ReceivedOn => "Complaints are counted by the date they were received.",
            DateBasis.EventOn => "Complaints are counted by the date of what they are about.",
            DateBasis.RespondedOn => "Complaints are counted by the date they were answered.",
            _ => "Complaints are counted by the date they were closed or decided.",
        };
    }

    private static IEnumerable<string> Made(CollectionContext collection)
    {
        SourceInformation source = collection.Source;
        if (source.NewestFile is { } file)
        {
            yield return $"Newest import: {file}, {DateText.Write(source.ImportedAtUtc)}.";
        }

        yield return source.AnalysedAtUtc is { } analysed
            ? $"Newest analysis: {DateText.Write(analysed)}, looking back from {DateText.Write(source.AsOf)}."
            : "Not analysed yet.";
        string model = source.ModelVersion is { } version ? $"model {version}" : "the model";
        yield return collection.Definition.IsClassified
            ? $"What the source does not code itself was coded by {model}, unless a person corrected it."
            : "Codes are the source's own; nothing was classified.";
    }
}
