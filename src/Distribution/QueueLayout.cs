using System.Collections.Immutable;
using System.Text.RegularExpressions;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Rewards.Service;

namespace HpcVerify.Distribution;

/// <summary>
/// The queues at a broker. Each class of machines has two: kernels are compiled for the processor they are on, so that what is verified for one class
/// must be timed on the same. All are replicated logs (quorum queues) that outlive the broker.
/// </summary>
public sealed partial record QueueLayout
{
    /// <summary>
    /// How often a job is given to a worker before it is taken to be what ends them. Workers that are ended for other reasons, one in four of them each time,
    /// take a job with them so often once in a million.
    /// </summary>
    public const int MostAttempts = 10;

    /// <summary>Where the broker puts what no worker could do.</summary>
    internal const string Dead = "hpcverify.dead";

    private static readonly ImmutableArray<ScoringStages> Stages = [ScoringStages.Verification, ScoringStages.Timing];

    private const string Rule = "has at most 100 letters, digits, '.', '-' and '_', and begins with a letter or digit";

    private QueueLayout(string machineClass) => Class = machineClass;

    /// <summary>Machines whose measurements may be compared.</summary>
    public string Class { get; }

    /// <summary>The queues for a class of machines, or the sentence that says why it can be none.</summary>
    public static (QueueLayout? Layout, string? Problem) Of(string machineClass) =>
        Name().IsMatch(machineClass) ? (new(machineClass), null) : (null, $"the class of machines '{machineClass}' is no name: one {Rule}");

    /// <summary>Why a service cannot have this name; null where it can.</summary>
    public static string? ProblemOf(string serviceName) => Name().IsMatch(serviceName) ? null : $"the service's name '{serviceName}' is none: one {Rule}";

    /// <summary>Where jobs of a stage wait.</summary>
    internal string Of(ScoringStages stage) => stage == ScoringStages.Timing ? $"hpcverify.time.{Class}" : $"hpcverify.verify.{Class}";

    /// <summary>Where answers to a service wait, also while it is away.</summary>
    internal static string AnswersTo(string service) => $"hpcverify.answers.{service}";

    /// <summary>Declares what both sides use; the same on both sides, or the broker refuses.</summary>
    internal async Task Declare(BrokerChannel channel, CancellationToken cancellation)
    {
        await channel.Declare(Dead, Arguments(), cancellation);
        foreach (var stage in Stages)
        {
            await channel.Declare(Of(stage), JobArguments(), cancellation);
        }
    }

    /// <summary>What waits for each stage, and how many hands there are for it.</summary>
    internal async Task<ImmutableArray<QueueState>> Look(BrokerChannel channel, CancellationToken cancellation)
    {
        var seen = new List<QueueState>();
        foreach (var stage in Stages)
        {
            var (waiting, consumers) = await channel.Look(Of(stage), cancellation);
            seen.Add(new(Class, stage, waiting, (int)consumers));
        }

        return [.. seen];
    }

    /// <summary>Declares where answers to a service wait; how many processes of that name there are. Should two come at once, the broker gives answers to one of them only.</summary>
    internal static Task<uint> DeclareAnswers(BrokerChannel channel, string service, CancellationToken cancellation)
    {
        var arguments = Arguments();
        arguments["x-expires"] = (long)TimeSpan.FromDays(1).TotalMilliseconds;
        arguments["x-single-active-consumer"] = true;
        return channel.Declare(AnswersTo(service), arguments, cancellation);
    }

    private static Dictionary<string, object?> Arguments() => new() { ["x-queue-type"] = "quorum" };

    /// <summary>At least once: the broker keeps a dead letter until the other queue has confirmed it, which needs publishers to be refused at a limit instead of messages dropped.</summary>
    private static Dictionary<string, object?> JobArguments() => new(Arguments())
    {
        ["x-delivery-limit"] = MostAttempts - 1,
        ["x-dead-letter-exchange"] = "",
        ["x-dead-letter-routing-key"] = Dead,
        ["x-dead-letter-strategy"] = "at-least-once",
        ["x-overflow"] = "reject-publish",
    };

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
