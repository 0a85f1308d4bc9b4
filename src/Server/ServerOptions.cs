using System.Collections.Immutable;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Receipts;
using HpcVerify.Rewards.Service;

namespace HpcVerify.Server;

/// <summary>How the service behaves; what is not given is meant for one trainer on the same machine.</summary>
/// <param name="Token">What a caller must know; health alone is told to those who do not.</param>
public sealed record ServerOptions(string Token)
{
    /// <summary>Where it listens; port 0 is any that is free.</summary>
    public string Url { get; init; } = "http://127.0.0.1:8377";

    /// <summary>The profile of requests that name none.</summary>
    public string Profile { get; init; } = RewardProfile.Paper.Name;

    public RewardWeights Weights { get; init; } = RewardWeights.Default;

    /// <summary>Threads of a team where a kernel does not say.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>How the timed runs become one speed.</summary>
    public TimingProfile Timing { get; init; } = TimingProfile.Paper;

    /// <summary>The seed of all generated data, of requests that name none.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The largest body of a request in bytes.</summary>
    public long LargestBody { get; init; } = 32 << 20;

    /// <summary>How long the lines before a request's body may take, of a caller who has said anything; whoever is slower is cut off.</summary>
    public TimeSpan HeadTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Bytes a second that an answer must be read at, over all of it: whoever is slower is cut off, because they hold its memory and a place among requests.</summary>
    public double SlowestReader { get; init; } = 16 << 10;

    /// <summary>How long an answer may take however short it is.</summary>
    public TimeSpan ReaderGrace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The most submissions of one request.</summary>
    public int MostItems { get; init; } = 4096;

    /// <summary>Requests that may be under way at once; more are told to come again.</summary>
    public int MostRequests { get; init; } = 2048;

    /// <summary>Evaluations that may be waiting; while there are more, nothing new is begun.</summary>
    public int MostPending { get; init; } = 16_384;

    /// <summary>Asynchronous jobs that are remembered.</summary>
    public int MostJobs { get; init; } = 4096;

    /// <summary>How long requests under way may take once the service is told to end.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What tells when something came in.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Kernels that must not be paid for, which go the way of all samples now and then.</summary>
    public ImmutableArray<Honeypot> Honeypots { get; init; } = [];

    /// <summary>Samples between two of them; 0 for none.</summary>
    public int HoneypotInterval { get; init; } = 1000;

    /// <summary>Opens the key that signs receipts, or says why there is none; asked when the first receipt is wanted.</summary>
    public Func<(ReceiptKey? Key, string? Problem)> Signer { get; init; } = () => (null, "this service has no key");

    public DriftOptions Drift { get; init; } = DriftOptions.Usual;

    public Patience Patience { get; init; } = new();
}

/// <summary>How long each kind of caller waits for an answer; the service answers a little before.</summary>
public sealed record Patience
{
    /// <summary>Of <c>/v1/score</c>, where the request does not say.</summary>
    public TimeSpan Native { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>OpenRLHF gives up after 180 s, and asks five times.</summary>
    public TimeSpan OpenRlhf { get; init; } = TimeSpan.FromSeconds(170);

    /// <summary>slime gives up after 120 s, and asks ten times.</summary>
    public TimeSpan Slime { get; init; } = TimeSpan.FromSeconds(110);

    /// <summary>The bridge of verifiers to NeMo-Gym servers gives up after 60 s.</summary>
    public TimeSpan NemoGym { get; init; } = TimeSpan.FromSeconds(55);
}
