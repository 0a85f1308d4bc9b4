using System.Text.Json;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Service;

namespace HpcVerify.Distribution;

/// <summary>A job as it waits in a queue.</summary>
/// <param name="Toolset">The programs that the job's result depends on, as the service has them; a worker with others has no answer.</param>
/// <param name="Verified">What verification found, where that is done; null before.</param>
internal sealed record QueuedJob(EvaluationJob Job, string Toolset, Evidence? Verified)
{
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, ServiceJson.Options);

    /// <exception cref="JsonException">The bytes are no such job.</exception>
    public static QueuedJob Read(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize<QueuedJob>(bytes, ServiceJson.Options) ?? throw new JsonException("a job is an object");
}
