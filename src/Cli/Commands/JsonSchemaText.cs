using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace HpcVerify.Cli.Commands;

/// <summary>The JSON schema of a type, with the descriptions that its members carry.</summary>
internal static class JsonSchemaText
{
    public static string Of(Type type, JsonSerializerOptions json)
    {
        var options = new JsonSerializerOptions(json) { WriteIndented = true };
        var schema = options.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe });
        return schema.ToJsonString(options);
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        var words = context.PropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: false).OfType<DescriptionAttribute>().FirstOrDefault();
        if (words is not null && schema is JsonObject described)
        {
            described.Insert(0, "description", words.Description);
        }

        return schema;
    }
}
