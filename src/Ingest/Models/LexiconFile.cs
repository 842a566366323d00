using Insights;
using Insights.Classification;
using Insights.Text;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Ingest.Models;

/// <summary>Reads domain knowledge in YAML: named groups of words, which groups speak for a code, and phrases that do.</summary>
public static class LexiconFile
{
    /// <exception cref="InputErrorException">The file is missing or not a lexicon.</exception>
    public static DomainKnowledge Load(string path)
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
                ? new DomainKnowledge(
                    new Lexicon(groups.ToDictionary(group => group.Key, group => (IReadOnlyList<string>)group.Value, StringComparer.Ordinal)),
                    [.. Phrases(content, path)])
                : throw new InputErrorException($"{path}: found no groups, expected a mapping \"groups\" from names to lists of words.");
        }
        catch (YamlException problem)
        {
            throw new InputErrorException($"{path}, line {problem.Start.Line}, column {problem.Start.Column}: {problem.Message} Expected name, version and groups of words.", problem);
        }
    }

    private static IEnumerable<KnownPhrase> Phrases(Content content, string path)
    {
        foreach ((string head, Dictionary<string, List<string>> codes) in content.SpeaksFor)
        {
            foreach ((string code, List<string> groups) in codes)
            {
                string? unknown = groups.Find(group => !content.Groups.ContainsKey(group));
                if (unknown is not null)
                {
                    throw new InputErrorException($"{path}: speaksFor, {head}, {code} names the group \"{unknown}\", which the file does not have.");
                }

                foreach (KnownPhrase phrase in DomainKnowledge.PhrasesOf(head, code, [.. groups.SelectMany(group => content.Groups[group])]))
                {
                    yield return phrase;
                }
            }
        }

        foreach ((string head, Dictionary<string, List<string>> codes) in content.Phrases)
        {
            foreach ((string code, List<string> phrases) in codes)
            {
                foreach (string phrase in phrases)
                {
                    yield return new KnownPhrase(head, code, phrase);
                }
            }
        }
    }

    private sealed class Content
    {
        public string Name { get; set; } = string.Empty;

        public string Version { get; set; } = string.Empty;

        public Dictionary<string, List<string>> Groups { get; set; } = [];

        public Dictionary<string, Dictionary<string, List<string>>> SpeaksFor { get; set; } = [];

        public Dictionary<string, Dictionary<string, List<string>>> Phrases { get; set; } = [];
    }
}
