using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace HpcVerify.Server;

/// <summary>What a data set says of a sample, where a trainer can pass on nothing else: a task's name, or an object, which may be inside of a string.</summary>
internal sealed record Label(string Task, string? Profile = null, int? Stage = null, ulong? Seed = null, bool? Timing = null)
{
    /// <param name="options">Whether other keys are somebody else's, or mistakes: a misspelt profile would pay in another way than was meant.</param>
    public static (Label? Label, string? Problem) Read(JsonElement given, JsonSerializerOptions options)
    {
        var text = given.ValueKind == JsonValueKind.String ? given.Deserialize<string>(ServerJson.Lenient)!.Trim() : null;
        if (text is not null && !text.StartsWith('{'))
        {
            return (new(text), null);
        }

        var (label, problem) = RequestBody.Parse<Label>(text is null ? JsonMarshal.GetRawUtf8Value(given) : Encoding.UTF8.GetBytes(text), options);
        return label is null ? (null, $"the label names no task as \"matmul\" or {{\"task\": \"matmul\", \"profile\": \"verified\"}} do: {problem}") : (label, null);
    }
}
