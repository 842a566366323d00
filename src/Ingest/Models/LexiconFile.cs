using Insights;
using Insights.Text;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Ingest.Models;

/// <summary>Reads a lexicon: named groups of words and phrases in YAML.</summary>
public static class LexiconFile
{
    /// <exception cref="InputErrorException">The file is missing or not a lexicon.</exception>
    public static Lexicon Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new InputErrorException($"There is no lexicon {path}.");
        }

        try
        {
            IDeserializer deserializer = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();
            Content content = deserializer.Deserialize<Content>(File.ReadAllText(path));
            return content?.Groups is { Count: > 0 } groups
                ? new Lexicon(groups.ToDictionary(group => group.Key, group => (IReadOnlyList<string>)group.Value, StringComparer.Ordinal))
                : throw new InputErrorException($"{path}: found no groups, expected a mapping \"groups\" from names to lists of words.");
        }
        catch (YamlException problem)
        {
            throw new InputErrorException($"{path}, line {problem.Start.Line}, column {problem.Start.Column}: {problem.Message} Expected name, version and groups of words.", problem);
        }
    }

    private sealed class Content
    {
        public string Name { get; set; } = string.Empty;

        public string Version { get; set; } = string.Empty;

        public Dictionary<string, List<string>> Groups { get; set; } = [];
    }
}
