using Ingest.DataFiles;
using Insights;
using Insights.Classification;

namespace Ingest.Models;

/// <summary>The models in the data folder: <c>models/name/version/</c>.</summary>
public static class ShippedModel
{
    /// <summary>The model used where none is named.</summary>
    public const string DefaultName = "home-office";

    /// <summary>The folder of a model's highest version; null when there is none.</summary>
    public static string? FolderOf(DataFolder data, string modelName)
    {
        ArgumentNullException.ThrowIfNull(data);
        string folder = Path.Combine(data.Path, modelName);
        return Directory.Exists(folder)
            ? Directory.GetDirectories(folder)
                .Where(version => File.Exists(Path.Combine(version, ModelFolder.ModelFileName)))
                .OrderBy(version => Version.TryParse(Path.GetFileName(version), out Version? parsed) ? parsed : new Version())
                .LastOrDefault()
            : null;
    }

    /// <summary>The model that codes complaints by a taxonomy: the one of its name; null when there is none.</summary>
    /// <exception cref="InputErrorException">It is damaged.</exception>
    public static CodingModel? CodingModelFor(DataFolder data, string taxonomyName)
    {
        if (FolderOf(data, taxonomyName) is null)
        {
            return null;
        }

        ComplaintModel model = Load(data, taxonomyName);
        return new CodingModel(model.Version, model.Predict);
    }

    /// <summary>Loads the highest version of a model of complaints.</summary>
    /// <exception cref="InputErrorException">There is none, or it is damaged.</exception>
    public static ComplaintModel Load(DataFolder data, string modelName)
    {
        string folder = FolderOf(data, modelName)
            ?? throw new InputErrorException($"There is no model \"{modelName}\" in {data.Path}. Train it with \"train\" without options, or give --model.");
        return new ComplaintModel(new ModelFolder(folder).Load());
    }
}
