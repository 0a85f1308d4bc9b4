using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace HpcVerify.Server;

/// <summary>The JSON of all routes: snake case, and no number that JSON does not have.</summary>
internal static class ServerJson
{
    /// <summary>Our own requests: what nobody knows is a mistake.</summary>
    public static JsonSerializerOptions Strict { get; } = Make(JsonUnmappedMemberHandling.Disallow);

    /// <summary>Other people's requests, which may have more in them than matters here.</summary>
    public static JsonSerializerOptions Lenient { get; } = Make(JsonUnmappedMemberHandling.Skip);

    /// <summary>Adds what is the same for all readers and writers.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    }

    private static JsonSerializerOptions Make(JsonUnmappedMemberHandling unmapped)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver(), UnmappedMemberHandling = unmapped };
        Configure(options);
        options.MakeReadOnly();
        return options;
    }
}
