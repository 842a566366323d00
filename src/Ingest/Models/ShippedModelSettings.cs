using Insights;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Ingest.Models;

/// <summary>What the file <c>models/training/model.yaml</c> says about the model that is trained from that folder.</summary>
public sealed class ShippedModelSettings
{
    private const string FileName = "model.yaml";

    public string Name { get; set; } = string.Empty;

    public string Version { get; set; } = string.Empty;

    public string Taxonomy { get; set; } = string.Empty;

    public string Lexicon { get; set; } = string.Empty;

    /// <summary>Word vectors for the word network, by name without ending; empty for none.</summary>
    public string Vectors { get; set; } = string.Empty;

    /// <summary>Files of coded complaints to train on, by name without ending.</summary>
    public List<string> Training { get; set; } = [];

    /// <summary>Files of coded complaints to audit with, never trained on.</summary>
    public List<string> Audit { get; set; } = [];

    public string Purpose { get; set; } = string.Empty;

    public string Data { get; set; } = string.Empty;

    public string Limits { get; set; } = string.Empty;

    /// <summary>Sections that the card gets beside the measured ones: heading and text.</summary>
    public Dictionary<string, string> Sections { get; set; } = [];

    /// <summary>Fields of the Algorithmic Transparency Recording Standard that a person must write: heading and text.</summary>
    public Dictionary<string, string> Transparency { get; set; } = [];

    /// <exception cref="InputErrorException">The file is missing or cannot be read.</exception>
    public static ShippedModelSettings Load(string trainingFolder)
    {
        string path = Path.Combine(trainingFolder, FileName);
        if (!File.Exists(path))
        {
            throw new InputErrorException($"There is no {path}, which names the model that is trained from the folder. Give --data to train on a file of your own.");
        }

        try
        {
            IDeserializer deserializer = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();
            return deserializer.Deserialize<ShippedModelSettings>(File.ReadAllText(path));
        }
        catch (YamlException problem)
        {
            throw new InputErrorException($"{path}, line {problem.Start.Line}, column {problem.Start.Column}: {problem.Message}", problem);
        }
    }
}
