using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using HpcVerify.Server.Formats;

namespace HpcVerify.Server;

/// <summary>The JSON of all routes: snake case, and no number that JSON does not have.</summary>
internal static class ServerJson
{
    /// <summary>Our own requests: what nobody knows is a mistake.</summary>
    public static JsonSerializerOptions Strict { get; } = Make(JsonUnmappedMemberHandling.Disallow, new TextConverter());

    /// <summary>Other people's requests, which may have more in them than matters here.</summary>
    public static JsonSerializerOptions Lenient { get; } = Make(JsonUnmappedMemberHandling.Skip, new TextConverter());

    private static JsonSerializerOptions PlainStrict { get; } = Make(JsonUnmappedMemberHandling.Disallow);

    private static JsonSerializerOptions PlainLenient { get; } = Make(JsonUnmappedMemberHandling.Skip);

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

    /// <summary>The same as others see it: with a converter of ours a text is whatever that takes it for, and no type of JSON.</summary>
    public static JsonSerializerOptions WithoutConverters(JsonSerializerOptions options) => options.UnmappedMemberHandling == JsonUnmappedMemberHandling.Disallow ? PlainStrict : PlainLenient;

    private static JsonSerializerOptions Make(JsonUnmappedMemberHandling unmapped, params ReadOnlySpan<JsonConverter> converters)
    {
        // Of a key that is there twice, readers would each believe another one.
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver(), UnmappedMemberHandling = unmapped, AllowDuplicateProperties = false };
        Configure(options);
        foreach (var converter in converters)
        {
            options.Converters.Add(converter);
        }

        options.MakeReadOnly();
        return options;
    }
}
