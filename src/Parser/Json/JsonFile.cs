using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Json;

/// <summary>JSON that people and other tools write: reads it, or says in a sentence what is wrong and where.</summary>
public static class JsonFile
{
    /// <summary>For other tools' documents: what is not asked for is nobody's mistake, what is asked for has to be there.</summary>
    public static JsonSerializerOptions Foreign { get; } = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>For what people write: comments are allowed, and what is unknown, said twice, missing or null is a mistake.</summary>
    public static JsonSerializerOptions Strict(params ReadOnlySpan<JsonConverter> converters)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
            AllowTrailingCommas = true,
            AllowDuplicateProperties = false,
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
    /// <param name="nothing">What it means if a file holds nothing but 'null'; null where that is a mistake.</param>
    public static (T? Value, string? Problem) Read<T>(string path, JsonSerializerOptions options, T? nothing = null)
        where T : class
    {
        var (text, problem) = RegularFile.TextOf(path);
        return text is null ? (null, $"'{path}' cannot be read: {problem}") : Parse(text, path, options, nothing);
    }

    /// <summary>The same for a text that has been read.</summary>
    /// <param name="path">Where the text is from.</param>
    public static (T? Value, string? Problem) Parse<T>(string text, string path, JsonSerializerOptions options, T? nothing = null)
        where T : class
    {
        try
        {
            var value = JsonSerializer.Deserialize<T>(text, options) ?? nothing;
            return value is null ? (null, $"'{path}' holds nothing but 'null'")
                // The serializer lets nulls into lists whose elements are none.
                : value != nothing && text.Contains("null", StringComparison.Ordinal) && JsonMistake.In(text, typeof(T), options) is { } mistake ? (null, $"{path}:{mistake}")
                : (value, null);
        }
        catch (JsonException exception)
        {
            return (null, $"{path}:{MistakeIn(text, typeof(T), exception, options)}");
        }
    }

    /// <summary>What is wrong with a text that the serializer refused, as <c>line:column: sentence</c>.</summary>
    public static string MistakeIn(string text, Type type, JsonException refusal, JsonSerializerOptions options) =>
        JsonMistake.In(text, type, options) ?? JsonMistake.Of(refusal, text, options);
}
