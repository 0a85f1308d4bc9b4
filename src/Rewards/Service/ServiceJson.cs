using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Rewards.Policy;

namespace HpcVerify.Rewards.Service;

/// <summary>Which kernel a response holds, and how many bytes of prose are before it.</summary>
internal sealed record KernelPlace(ContentHash Kernel, int Before);

/// <summary>
/// Jobs and evidence as JSON, between processes and in the cache: what is read is what was written, so that a score is the same on either
/// side. Of a proof the reports stay behind; their lines are sent.
/// </summary>
public static class ServiceJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    public static byte[] Write(EvaluationJob job) => JsonSerializer.SerializeToUtf8Bytes(job, Options);

    public static byte[] Write(Evidence evidence) => JsonSerializer.SerializeToUtf8Bytes(evidence, Options);

    internal static byte[] Write(KernelPlace place) => JsonSerializer.SerializeToUtf8Bytes(place, Options);

    /// <summary>Null where the bytes say something else, such as evidence.</summary>
    /// <exception cref="JsonException">They begin as a place and are none.</exception>
    internal static KernelPlace? ReadPlace(ReadOnlySpan<byte> bytes) => bytes.StartsWith("{\"kernel\":"u8) ? JsonSerializer.Deserialize<KernelPlace>(bytes, Options) : null;

    /// <exception cref="JsonException">The bytes are no such job.</exception>
    public static EvaluationJob ReadJob(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize<EvaluationJob>(bytes, Options) ?? throw new JsonException("a job is an object");

    /// <exception cref="JsonException">The bytes are no evidence.</exception>
    public static Evidence ReadEvidence(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize<Evidence>(bytes, Options) ?? throw new JsonException("evidence is an object");

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
            PropertyNameCaseInsensitive = false,
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            IgnoreReadOnlyProperties = true,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new FindingConverter(), new HashConverter(), new SecondsConverter() },
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>A finding with as much of its rule as scores and readers look at; the explanation is where the rule is declared.</summary>
    private sealed class FindingConverter : JsonConverter<Diagnostic>
    {
        public override bool HandleNull => true;

        public override Diagnostic Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<Finding>(ref reader, options) is { } finding
                ? new(new(finding.Rule, finding.Severity, finding.Title, "", ""), new(finding.Start, finding.Length), finding.Message)
                : throw new JsonException("a finding is an object");

        public override void Write(Utf8JsonWriter writer, Diagnostic value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new Finding(value.Rule.Id, value.Rule.Severity, value.Rule.Title, value.Message, value.Span.Start, value.Span.Length), options);
    }

    /// <param name="Start">Bytes from the beginning of what was submitted.</param>
    private sealed record Finding(string Rule, Severity Severity, string Title, string Message, int Start, int Length);

    private sealed class HashConverter : JsonConverter<ContentHash>
    {
        public override ContentHash Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && ContentHash.Parse(reader.GetString()!) is { } hash ? hash : throw new JsonException("a hash has 64 hexadecimal digits");

        public override void Write(Utf8JsonWriter writer, ContentHash value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
    }

    private sealed class SecondsConverter : JsonConverter<TimeSpan>
    {
        public override TimeSpan Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            var seconds = reader.GetDouble();
            return Math.Abs(seconds) < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : throw new JsonException("a time in seconds is not that long");
        }

        public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteNumberValue(value.TotalSeconds);
    }
}
