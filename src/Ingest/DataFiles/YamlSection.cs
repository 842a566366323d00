using System.Globalization;
using Insights;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Ingest.DataFiles;

/// <summary>A mapping of a YAML data file whose every complaint names the file, the line and the key.</summary>
internal sealed class YamlSection
{
    private readonly string file;
    private readonly string name;
    private readonly YamlMappingNode node;

    private YamlSection(string file, string name, YamlMappingNode node)
    {
        this.file = file;
        this.name = name;
        this.node = node;
    }

    public IEnumerable<string> Keys => node.Children.Keys.Select(key => ((YamlScalarNode)key).Value ?? "");

    /// <summary>Reads the file; JSON is YAML, so a profile may be either.</summary>
    /// <exception cref="InputErrorException">The file cannot be read, is no YAML, or does not hold a mapping.</exception>
    public static YamlSection Load(string path)
    {
        try
        {
            using StreamReader reader = new(path);
            YamlStream stream = [];
            stream.Load(reader);
            return stream.Documents is [{ RootNode: YamlMappingNode root }]
                ? Checked(path, Path.GetFileName(path), root)
                : throw new InputErrorException($"{path}: expected one YAML document of keys and values, found {stream.Documents.Count} documents or a plain list.");
        }
        catch (YamlException problem)
        {
            throw new InputErrorException($"{path}, line {problem.Start.Line}, column {problem.Start.Column}: this is not valid YAML. {problem.Message}", problem);
        }
        catch (Exception problem) when (problem is InvalidOperationException or ArgumentException)
        {
            // The parser meets some unclosed brackets with these instead of an error of its own.
            throw new InputErrorException($"{path}: this is not valid YAML, most likely because a bracket, brace or quote is never closed.", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputErrorException($"{path} cannot be read: {problem.Message}", problem);
        }
    }

    /// <summary>Refuses keys that nothing reads: a misspelt key would otherwise be ignored in silence.</summary>
    public void AllowOnly(params IReadOnlyCollection<string> allowed)
    {
        foreach (YamlNode key in node.Children.Keys.Where(key => !allowed.Contains(((YamlScalarNode)key).Value ?? "", StringComparer.Ordinal)))
        {
            throw new InputErrorException($"{file}, line {key.Start.Line}, column {key.Start.Column}: unknown key '{key}' in {name}. Expected one of: {string.Join(", ", allowed)}.");
        }
    }

    public bool Has(string key) => Child(key) is not null;

    public string RequiredText(string key) => Text(key) ?? throw Missing(key);

    public string? Text(string key) => Child(key) switch
    {
        null => null,
        YamlScalarNode { Value: { } value } when !IsNull(value) => value,
        YamlScalarNode => null,
        YamlNode other => throw Problem(key, "a list or mapping", "a single value", other),
    };

    public bool Flag(string key, bool whenAbsent) => Text(key) switch
    {
        null => whenAbsent,
        "true" => true,
        "false" => false,
        string other => throw Problem(key, $"'{other}'", "true or false"),
    };

    public int Number(string key, int whenAbsent) => Text(key) is not { } text
        ? whenAbsent
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : throw Problem(key, $"'{text}'", "a whole number, 0 or more");

    public TEnum Choice<TEnum>(string key, TEnum whenAbsent)
        where TEnum : struct, Enum
    {
        if (Text(key) is not { } text)
        {
            return whenAbsent;
        }

        return Enum.TryParse(text, ignoreCase: true, out TEnum value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text[0])
            ? value
            : throw Problem(key, $"'{text}'", $"one of {string.Join(", ", Enum.GetNames<TEnum>())}");
    }

    /// <summary>The texts of a list; one scalar is a list of one; empty when absent.</summary>
    public IReadOnlyList<string> Texts(string key) => Child(key) switch
    {
        null => [],
        YamlScalarNode { Value: { } value } when !IsNull(value) => [value],
        YamlScalarNode => [],
        YamlSequenceNode list when list.All(item => item is YamlScalarNode) => [.. list.Select(item => ((YamlScalarNode)item).Value ?? "")],
        YamlNode other => throw Problem(key, "something else", "a value or a list of values", other),
    };

    /// <summary>True when the key holds a mapping rather than a value or list.</summary>
    public bool IsSection(string key) => Child(key) is YamlMappingNode;

    public YamlSection RequiredSection(string key) => Section(key) ?? throw Missing(key);

    public YamlSection? Section(string key) => Child(key) switch
    {
        null => null,
        YamlMappingNode child => Checked(file, $"'{key}'", child),
        YamlNode other => throw Problem(key, "a plain value or list", "keys and values under it", other),
    };

    public IReadOnlyList<YamlSection> Sections(string key) => Child(key) switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Select(item => item is YamlMappingNode child ? Checked(file, $"'{key}'", child) : throw Problem(key, $"'{item}'", "an entry with keys", item))],
        YamlNode other => throw Problem(key, "no list", "a list of entries", other),
    };

    /// <summary>The section as pairs of texts, such as a map of values.</summary>
    public IReadOnlyDictionary<string, string> Pairs() => Keys.ToDictionary(key => key, RequiredText, StringComparer.Ordinal);

    /// <summary>What a key's text names; what is wrong with it is reported with its place in this file.</summary>
    /// <exception cref="InputErrorException">The key is missing, or there is no such thing, or it is wrong itself.</exception>
    public T Named<T>(string key, Func<string, T> find)
    {
        string text = RequiredText(key);
        try
        {
            return find(text);
        }
        catch (InputErrorException problem)
        {
            YamlNode where = Child(key) ?? node;
            throw new InputErrorException($"{file}, line {where.Start.Line}, column {where.Start.Column}: {problem.Message}", problem);
        }
    }

    public InputErrorException Problem(string key, string found, string expected) => Problem(key, found, expected, Child(key) ?? node);

    private static YamlSection Checked(string file, string name, YamlMappingNode node) =>
        node.Children.Keys.FirstOrDefault(key => key is not YamlScalarNode) is { } odd
            ? throw new InputErrorException($"{file}, line {odd.Start.Line}, column {odd.Start.Column}: a key in {name} must be a plain word.")
            : new YamlSection(file, name, node);

    private static bool IsNull(string value) => value is "" or "~" or "null";

    private InputErrorException Missing(string key) => new($"{file}, line {node.Start.Line}, column {node.Start.Column}: the key '{key}' is missing in {name}.");

    private InputErrorException Problem(string key, string found, string expected, YamlNode where) =>
        new($"{file}, line {where.Start.Line}, column {where.Start.Column}: '{key}' in {name} is {found}; expected {expected}.");

    private YamlNode? Child(string key) => node.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? child) ? child : null;
}
