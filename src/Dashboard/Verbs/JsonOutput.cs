using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dashboard.Verbs;

/// <summary>How verbs write JSON: camel case, readable characters, one object on one line.</summary>
public static class JsonOutput
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Line<T>(T value) => JsonSerializer.Serialize(value, Format);
}
