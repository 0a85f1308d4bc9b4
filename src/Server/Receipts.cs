using System.Globalization;
using HpcVerify.Rewards.Receipts;

namespace HpcVerify.Server;

/// <summary>Signs what the service says of single samples, as <c>score --receipt</c> does of files.</summary>
internal sealed class Receipts(Scoring scoring) : IDisposable
{
    private readonly Lock _lock = new();
    private ReceiptKey? _key;

    /// <summary>Why there can be no receipts under a profile; null where there can.</summary>
    public string? ProblemWith(string profile)
    {
        if (scoring.Profiles.Single(profile) is null)
        {
            return $"a receipt is of one sample, and profile '{profile}' judges whole groups: 'hpcverify score --receipt' signs these";
        }

        lock (_lock)
        {
            if (_key is null)
            {
                (_key, var problem) = scoring.Options.Signer();
                return problem is null ? null : $"receipts cannot be signed: {problem}";
            }
        }

        return null;
    }

    /// <summary>The text of a file for <c>receipt verify</c>; null where nothing is known of the sample.</summary>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public async Task<string?> Of(string? id, SampleResult result, CancellationToken left)
    {
        if (result is not { Answer.Evidence: { } evidence, Score: { } score })
        {
            return null;
        }

        var request = scoring.Request(result.Sample);
        var sample = await scoring.Service.Receipt(id ?? "response", request, evidence, score, left);
        var (how, now) = (request.Options, scoring.Options.Clock.GetUtcNow());
        var receipt = new Receipt(
            Receipt.CurrentFormat, now.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), scoring.Service.Environment,
            new(scoring.Service.Environment.Level, how.Seed, how.Timing, how.TimedRuns, how.Threads, how.Stage), result.Sample.Profile, scoring.Options.Weights, [sample]);
        lock (_lock)
        {
            return SignedReceipt.Write(receipt, _key!);
        }
    }

    public void Dispose() => _key?.Dispose();
}
