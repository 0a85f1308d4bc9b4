using System.Text.Json;

namespace HpcVerify.TestKit;

/// <summary>Checks documents by a JSON schema with the words that ours are made of; any other word fails, so that none is passed over.</summary>
public static class JsonSchema
{
    private static readonly string[] Known = ["type", "properties", "required", "additionalProperties", "items", "enum", "description", "default"];

    /// <summary>Where a document breaks the schema, and how; empty where it keeps it.</summary>
    public static IReadOnlyList<string> Problems(JsonElement document, JsonElement schema, string place = "$")
    {
        if (schema.ValueKind is JsonValueKind.True)
        {
            return [];
        }

        var unknown = schema.EnumerateObject().Where(word => !Known.Contains(word.Name)).Select(word => $"the schema has '{word.Name}' at {place}");
        return [.. unknown, .. TypeProblems(document, schema, place), .. ObjectProblems(document, schema, place), .. ArrayProblems(document, schema, place)];
    }

    private static IEnumerable<string> TypeProblems(JsonElement document, JsonElement schema, string place)
    {
        if (schema.TryGetProperty("type", out var type) && !Types(type).Any(allowed => IsOf(document, allowed)))
        {
            yield return $"{place} is no {type}";
        }

        if (schema.TryGetProperty("enum", out var values) && !values.EnumerateArray().Any(value => JsonElement.DeepEquals(value, document)))
        {
            yield return $"{place} is not one of {values}";
        }
    }

    private static IEnumerable<string> ObjectProblems(JsonElement document, JsonElement schema, string place)
    {
        if (document.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        var properties = schema.TryGetProperty("properties", out var listed) ? listed.EnumerateObject().ToDictionary(property => property.Name, property => property.Value) : [];
        var others = schema.TryGetProperty("additionalProperties", out var rest) ? rest : (JsonElement?)null;
        foreach (var member in document.EnumerateObject())
        {
            if (!properties.TryGetValue(member.Name, out var own) && others is { ValueKind: JsonValueKind.False })
            {
                yield return $"{place} has '{member.Name}', which the schema does not know";
            }
            else if ((properties.ContainsKey(member.Name) ? own : others) is { } rule)
            {
                foreach (var problem in Problems(member.Value, rule, $"{place}.{member.Name}"))
                {
                    yield return problem;
                }
            }
        }

        foreach (var missing in schema.TryGetProperty("required", out var required) ? required.EnumerateArray().Where(name => !document.TryGetProperty(name.GetString()!, out _)) : [])
        {
            yield return $"{place} has no '{missing}'";
        }
    }

    private static IEnumerable<string> ArrayProblems(JsonElement document, JsonElement schema, string place) =>
        document.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items)
            ? document.EnumerateArray().SelectMany((item, index) => Problems(item, items, $"{place}[{index}]"))
            : [];

    /// <summary>One name, or any of several.</summary>
    private static IEnumerable<string> Types(JsonElement type) => type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(name => name.GetString()!) : [type.GetString()!];

    private static bool IsOf(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "no type of JSON"),
    };
}
