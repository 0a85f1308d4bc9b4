using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace HpcVerify.Parser.Json;

/// <summary>
/// What is wrong with a text that the serializer refused, in words of ours: the text is held against the schema of what was
/// to be read, because the serializer's own words are about types of the program.
/// </summary>
internal sealed class JsonMistake
{
    private const int LongestQuote = 60;

    /// <summary>More brackets within each other than the serializer reads.</summary>
    private const int Deepest = 64;

    private static readonly JsonSchemaExporterOptions Exactly = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = WithNull };

    private readonly JsonTokens _tokens;
    private readonly StringComparer _keys;
    private readonly bool _mayRepeatKeys;

    private JsonMistake(JsonTokens tokens, JsonSerializerOptions options)
    {
        _tokens = tokens;
        _keys = options.PropertyNameCaseInsensitive ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        _mayRepeatKeys = options.AllowDuplicateProperties;
    }

    /// <summary>A mistake, and the token that it begins at.</summary>
    private sealed record Place(int Token, string Sentence);

    /// <summary>The exporter forgets that a number may be missing where the names of infinities are numbers, too.</summary>
    private static JsonNode WithNull(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (Nullable.GetUnderlyingType(context.TypeInfo.Type) is not null && schema is JsonObject rules && rules["anyOf"] is JsonArray choices)
        {
            choices.Add(new JsonObject { ["type"] = "null" });
        }

        return schema;
    }

    /// <summary>The first mistake as <c>line:column: sentence</c>, both counted from 1; null where the schema shows none.</summary>
    public static string? In(string text, Type type, JsonSerializerOptions options)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "1:1: there is nothing in it";
        }

        var tokens = JsonTokens.Of(text, options);
        return tokens.Break is { } offset ? $"{tokens.PlaceAt(offset)}: {Malformed(tokens.From(offset))}"
            : tokens.Depth > Deepest ? null
            : new JsonMistake(tokens, options).In(0, options.GetJsonSchemaAsNode(type, Exactly), "") is { } mistake ? $"{tokens.PlaceOf(mistake.Token)}: {mistake.Sentence}"
            : null;
    }

    /// <summary>The same for what no schema shows: numbers that do not fit, and brackets within brackets.</summary>
    public static string Of(JsonException refusal, string text, JsonSerializerOptions options)
    {
        var tokens = JsonTokens.Of(text, options);
        return $"{tokens.PlaceOf(tokens.Before(tokens.OffsetOf(refusal)))}: {Named(refusal.Path is { Length: > 2 } path ? path[2..] : "")} cannot be read: a number is too large, or brackets are too deep";
    }

    private static string Malformed(string rest) => string.IsNullOrWhiteSpace(rest)
        ? "the text ends before its JSON does: a quotation mark or a bracket is not closed"
        : $"'{rest.EnumerateRunes().First()}' cannot stand here: a comma, a quotation mark or a bracket is missing or too many";

    /// <summary>What is wrong with the value that begins with a token.</summary>
    private Place? In(int token, JsonNode? schema, string path)
    {
        // Where anything may stand, a key may still be there twice.
        var rules = schema as JsonObject ?? [];

        if (rules["anyOf"] is JsonArray choices)
        {
            var mistakes = choices.Select(choice => In(token, choice, path)).ToList();
            return mistakes.Contains(null) ? null : mistakes[0];
        }

        if (rules["enum"] is JsonArray words)
        {
            return words.Any(word => Is(token, word)) ? null : new(token, $"{Named(path)} is {Shown(token)} and has to be one of {Listed(words.OfType<JsonNode>().Select(word => word.ToString()))}");
        }

        if (TypesOf(rules) is { Count: > 0 } types && !types.Exists(type => Is(token, type)))
        {
            return new(token, $"{Named(path)} is {Shown(token)} and has to be {string.Join(" or ", types.Where(type => type != "null").Select(Article))}");
        }

        return _tokens.TypeOf(token) switch
        {
            JsonTokenType.StartObject => InObject(token, rules, path),
            JsonTokenType.StartArray => InArray(token, rules, path),
            _ => null,
        };
    }

    private Place? InObject(int start, JsonObject rules, string path)
    {
        var (known, seen) = (new Dictionary<string, JsonNode?>(rules["properties"] as JsonObject ?? [], _keys), new HashSet<string>(_keys));
        for (var token = start + 1; _tokens.TypeOf(token) != JsonTokenType.EndObject; token = _tokens.Behind(token + 1))
        {
            var key = _tokens.Meant(token);
            if (!seen.Add(key) && !_mayRepeatKeys)
            {
                return new(token, $"{Named(Below(path, key))} is said twice, and only one can hold");
            }

            var isKnown = known.TryGetValue(key, out var schema);
            if (!isKnown && rules["additionalProperties"] is JsonValue)
            {
                return new(token, $"there is no key {Quoted(key)} here, only {Listed(known.Keys)}");
            }

            if (In(token + 1, isKnown ? schema : rules["additionalProperties"], Below(path, key)) is { } mistake)
            {
                return mistake;
            }
        }

        var required = (rules["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>());
        return required.FirstOrDefault(name => !seen.Contains(name)) is { } missing ? new(start, $"{Named(Below(path, missing))} is missing") : null;
    }

    private Place? InArray(int start, JsonObject rules, string path)
    {
        var index = 0;
        for (var token = start + 1; _tokens.TypeOf(token) != JsonTokenType.EndArray; token = _tokens.Behind(token))
        {
            if (In(token, rules["items"], $"{path}[{index++}]") is { } mistake)
            {
                return mistake;
            }
        }

        return null;
    }

    private bool Is(int token, JsonNode? word) => word is null
        ? _tokens.TypeOf(token) == JsonTokenType.Null
        : _tokens.TypeOf(token) == JsonTokenType.String && word.GetValueKind() == JsonValueKind.String && word.GetValue<string>() == _tokens.Meant(token);

    private bool Is(int token, string type) => _tokens.TypeOf(token) switch
    {
        JsonTokenType.StartObject => type == "object",
        JsonTokenType.StartArray => type == "array",
        JsonTokenType.String => type == "string",
        JsonTokenType.Number => type == "number" || (type == "integer" && _tokens.Written(token).IndexOfAny(['.', 'e', 'E']) < 0),
        JsonTokenType.Null => type == "null",
        _ => type == "boolean",
    };

    private string Shown(int token) => _tokens.TypeOf(token) switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => Quoted(_tokens.Meant(token)),
        _ => _tokens.Written(token),
    };

    private static string Article(string type) => type switch
    {
        "object" => "an object, in braces",
        "array" => "a list, in square brackets",
        "string" => "a text, in quotation marks",
        "integer" => "a whole number",
        "number" => "a number",
        _ => "'true' or 'false'",
    };

    private static List<string> TypesOf(JsonObject rules) => rules["type"] switch
    {
        JsonArray several => [.. several.Select(type => type!.GetValue<string>())],
        JsonValue one => [one.GetValue<string>()],
        _ => [],
    };

    private static string Named(string path) => path.Length == 0 ? "the whole" : Quoted(path);

    private static string Quoted(string text) => text.Length <= LongestQuote ? $"'{text}'" : $"'{text[..LongestQuote]}…'";

    private static string Below(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    private static string Listed(IEnumerable<string> words) => string.Join(", ", words.Select(Quoted));
}
