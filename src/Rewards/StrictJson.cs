using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace HpcVerify.Rewards;

/// <summary>JSON files that people write: comments are allowed, and what is unknown, missing or null is a mistake that names its line.</summary>
internal static class StrictJson
{
    public static JsonSerializerOptions Options(params ReadOnlySpan<JsonConverter> converters)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
            AllowTrailingCommas = true,
            ReadCommentHandling = JsonCommentHandling.Skip,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            PropertyNameCaseInsensitive = false,
            NumberHandling = JsonNumberHandling.Strict,
            RespectNullableAnnotations = true,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            WriteIndented = true,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        foreach (var converter in converters)
        {
            options.Converters.Add(converter);
        }

        return options;
    }

    /// <summary>What a file holds, or the sentence that says what is wrong with it and where.</summary>
    public static (T? Value, string? Problem) Read<T>(string path, JsonSerializerOptions options)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(path), options) is { } value ? (value, null) : (null, $"'{path}' holds nothing but 'null'");
        }
        catch (JsonException exception)
        {
            return (null, $"'{path}', line {(exception.LineNumber ?? 0) + 1}: {exception.Message.Split(" Path:")[0]}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, $"'{path}' cannot be read: {exception.Message}");
        }
    }
}
