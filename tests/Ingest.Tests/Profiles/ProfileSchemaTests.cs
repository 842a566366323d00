using System.Text.Json;
using Ingest.DataFiles;
using Ingest.Profiles;
using Ingest.Tests.Importing;
using Insights;
using Shouldly;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Ingest.Tests.Profiles;

/// <summary>The shipped JSON schema and the reader must agree: what ships is valid by both, and a key of one is a key of the other.</summary>
public sealed class ProfileSchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(File.ReadAllText(DataFolder.Find().FileIn("schemas", "import-profile.schema.json"))).RootElement;

    public static TheoryData<string> ShippedProfiles => [.. DataFolder.Find().ProfileNames];

    [Theory]
    [MemberData(nameof(ShippedProfiles))]
    public void ShippedProfile_IsValidByTheSchema(string name) => Problems(Load(DataFolder.Find().FileIn("profiles", name + ".yaml")), Schema, name).ShouldBeEmpty();

    [Fact]
    public void Fields_OfTheSchema_AreThoseOfTheReader() =>
        Schema.GetProperty("properties").GetProperty("columns").GetProperty("properties").EnumerateObject().Select(property => property.Name)
            .ShouldBe(Enum.GetValues<ImportField>().Select(ProfileColumns.KeyOf));

    [Theory]
    [InlineData("", new[] { "name", "version", "title", "taxonomy", "collection", "dimensionTitles", "serviceStandard", "format", "columns" })]
    [InlineData("collection", new[] { "name", "title", "campaigns", "interval", "dateBasis", "classified", "judgesShares", "incompletePeriods", "watchedSlices", "maxSeriesPerSlice", "denominator" })]
    [InlineData("format", new[] { "dateFormats", "delimiter", "encoding", "records", "sheet" })]
    public async Task Keys_OfTheSchema_AreThoseTheReaderNames(string section, string[] expected)
    {
        await using MadeUpBody body = MadeUpBody.Create();
        string indent = section.Length == 0 ? "" : "  ";
        string yaml = File.ReadAllText(body.ProfilePath);
        File.WriteAllText(body.ProfilePath, section.Length == 0 ? yaml + "\nwrongKey: 1\n" : yaml.Replace($"{section}:\n", $"{section}:\n{indent}wrongKey: 1\n", StringComparison.Ordinal));

        string message = Should.Throw<InputErrorException>(body.LoadProfile).Message;

        message.ShouldContain("Expected one of: " + string.Join(", ", expected));
        JsonElement properties = (section.Length == 0 ? Schema : Schema.GetProperty("properties").GetProperty(section)).GetProperty("properties");
        properties.EnumerateObject().Select(property => property.Name).ShouldBe(expected);
    }

    [Theory]
    [InlineData("{\"name\":\"a\",\"version\":\"1\",\"taxonomy\":\"cfpb\",\"collection\":{},\"columns\":{}}", "reference")]
    [InlineData("{\"name\":\"a\",\"version\":\"1\",\"taxonomy\":\"cfpb\",\"collection\":{\"interval\":\"day\"},\"columns\":{\"reference\":\"a\"}}", "interval")]
    [InlineData("{\"name\":\"a\",\"version\":\"1\",\"taxonomy\":\"cfpb\",\"collection\":{},\"columns\":{\"reference\":{\"colum\":\"a\"}}}", "reference")]
    public void WrongProfile_IsRefusedByTheSchema(string json, string where) =>
        Problems(JsonDocument.Parse(json).RootElement, Schema, "profile").ShouldHaveSingleItem().ShouldContain(where);

    [Fact]
    public async Task ProfileInJson_IsReadLikeOneInYaml()
    {
        await using MadeUpBody body = MadeUpBody.Create();
        string path = body.PathOf("profile.json");
        File.WriteAllText(path, JsonSerializer.Serialize(Load(body.ProfilePath)));

        ImportProfile json = MadeUpBody.Data.LoadProfile(path);

        json.Columns.Keys.ShouldBe(body.LoadProfile().Columns.Keys);
        File.WriteAllText(path, "{\"name\":\"a\",\n \"version\":\"1\", \"colour\":\"red\"}");
        Should.Throw<InputErrorException>(() => MadeUpBody.Data.LoadProfile(path)).Message.ShouldContain("line 2, column 17");
    }

    private static JsonElement Load(string yamlFile)
    {
        using StreamReader reader = new(yamlFile);
        YamlStream stream = [];
        stream.Load(reader);
        return JsonSerializer.SerializeToElement(ToPlain(stream.Documents[0].RootNode));
    }

    private static object? ToPlain(YamlNode node) => node switch
    {
        YamlMappingNode map => map.Children.ToDictionary(pair => ((YamlScalarNode)pair.Key).Value!, pair => ToPlain(pair.Value)),
        YamlSequenceNode list => list.Select(ToPlain).ToArray(),
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain, Value: "~" or "null" or "" } => null,
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain, Value: "true" or "false" } flag => flag.Value == "true",
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } scalar when int.TryParse(scalar.Value, System.Globalization.CultureInfo.InvariantCulture, out int number) => number,
        YamlScalarNode scalar => scalar.Value,
        _ => throw new NotSupportedException(node.ToString()),
    };

    /// <summary>The part of JSON Schema (draft 2020-12) that our schema uses.</summary>
    private static List<string> Problems(JsonElement value, JsonElement schema, string path)
    {
        if (schema.TryGetProperty("$ref", out JsonElement reference))
        {
            return Problems(value, Schema.GetProperty("$defs").GetProperty(reference.GetString()!.Split('/')[^1]), path);
        }

        if (schema.TryGetProperty("anyOf", out JsonElement choices))
        {
            return choices.EnumerateArray().Any(choice => Problems(value, choice, path).Count == 0) ? [] : [$"{path}: none of the allowed forms"];
        }

        if (schema.TryGetProperty("enum", out JsonElement allowed))
        {
            return allowed.EnumerateArray().Any(item => item.GetString() == value.ToString()) ? [] : [$"{path}: '{value}' is not allowed"];
        }

        if (schema.TryGetProperty("type", out JsonElement type) && !TypesOf(type).Contains(TypeOf(value)))
        {
            return [$"{path}: {TypeOf(value)} where {type} is expected"];
        }

        return value.ValueKind switch
        {
            JsonValueKind.Object => [.. ObjectProblems(value, schema, path)],
            JsonValueKind.Array when schema.TryGetProperty("items", out JsonElement items) => [.. value.EnumerateArray().SelectMany(item => Problems(item, items, path))],
            JsonValueKind.String when schema.TryGetProperty("minLength", out _) && value.GetString()!.Length == 0 => [$"{path}: empty"],
            _ => [],
        };
    }

    private static IEnumerable<string> ObjectProblems(JsonElement value, JsonElement schema, string path)
    {
        foreach (JsonElement required in schema.TryGetProperty("required", out JsonElement names) ? names.EnumerateArray() : default)
        {
            if (!value.TryGetProperty(required.GetString()!, out _))
            {
                yield return $"{path}: {required} is missing";
            }
        }

        foreach (JsonProperty property in value.EnumerateObject())
        {
            JsonElement inner = default;
            bool isKnown = schema.TryGetProperty("properties", out JsonElement properties) && properties.TryGetProperty(property.Name, out inner);
            if (!isKnown && schema.TryGetProperty("additionalProperties", out JsonElement additional))
            {
                if (additional.ValueKind == JsonValueKind.False)
                {
                    yield return $"{path}: unknown key {property.Name}";
                    continue;
                }

                inner = additional;
            }

            foreach (string problem in inner.ValueKind == JsonValueKind.Object ? Problems(property.Value, inner, $"{path}.{property.Name}") : [])
            {
                yield return problem;
            }
        }
    }

    private static string[] TypesOf(JsonElement type) => type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(item => item.GetString()!)] : [type.GetString()!];

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "integer",
        JsonValueKind.Null => "null",
        _ => "boolean",
    };
}
