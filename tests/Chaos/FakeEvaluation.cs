using System.Globalization;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Rewards.Service;

namespace HpcVerify.Chaos;

/// <summary>
/// Evaluation that takes time and no processor. A job's response says how many milliseconds each stage takes, or <see cref="Poison"/>. The evidence says whose
/// job it is of, and no two evaluations of one job have the same.
/// </summary>
public static class FakeEvaluation
{
    /// <summary>The response that ends its worker.</summary>
    public const string Poison = "poison";

    private const double Scale = 1 << 24;

    public static EvaluationJob Job(string number, string response, ScoringStages stages = ScoringStages.All) =>
        new(ContentHash.Of([ContentHash.Part("number", number), ContentHash.Part("response", response)]), "fake", "", response, new() { Stages = stages });

    /// <summary>Whether evidence is of this job and not of another one.</summary>
    public static bool IsOf(Evidence evidence, EvaluationJob job) => evidence is { Failure: null, Infrastructure: null } && (evidence.Measurement?.Gflops ?? SpeedOf(job)) == SpeedOf(job);

    /// <summary>What tells one evaluation from another.</summary>
    public static string MarkOf(Evidence evidence) => string.Join(' ', evidence.Stages.Select(stage => stage.Stage));

    public static Evidence Run(EvaluationJob job, CancellationToken cancellation)
    {
        if (job.Response == Poison)
        {
            Environment.Exit(1);
        }

        if (cancellation.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(double.Parse(job.Response, CultureInfo.InvariantCulture))))
        {
            throw new OperationCanceledException(cancellation);
        }

        var isTiming = job.Options.Stages == ScoringStages.Timing;
        return new([], null, isTiming ? new(SpeedOf(job), null, []) : null, null, [new($"{job.Options.Stages} {Guid.NewGuid():N}", TimeSpan.Zero)]);
    }

    private static double SpeedOf(EvaluationJob job) => uint.Parse(job.Name.Text.AsSpan(0, 8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) / Scale;
}
