namespace Ingest.Redaction.Names;

/// <summary>Puts the answer to each question into the list of weights to add up.</summary>
internal readonly ref struct PlaceWriter(Span<int> places)
{
    private readonly Span<int> places = places;

    public void Set(NameFeatureSlot slot, int answer) =>
        places[(int)slot] = ((int)slot * NameFeatures.PlacesPerSlot) + (answer & (NameFeatures.PlacesPerSlot - 1));
}
