using Ingest.DataFiles;

namespace Dashboard.Verbs;

/// <summary>Trains the models that ship from the texts in the data folder.</summary>
public static class ShippedModels
{
    public static int Train(DataFolder folder, string? output, Action<string> report, CancellationToken cancellationToken) => 1;
}
