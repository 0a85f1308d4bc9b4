using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Policy;

namespace HpcVerify.Trainer.Variants.Corpus;

/// <summary>What was found out about a kernel.</summary>
/// <param name="Level">The rung it stands on; null where that is not known.</param>
/// <param name="LevelIs">How the rung is known: by <c>reading</c>, <c>refuted</c>, or by <c>scoring</c>.</param>
/// <param name="Verdict">What its claims come to, as a word.</param>
/// <param name="Scope">What a proof covers, or why there is none.</param>
public sealed record Judgement(Level? Level, string? LevelIs, string Verdict, string Scope, ImmutableArray<ClaimLine> Claims, CorpusSpeed? Speed)
{
    /// <summary>Nobody has looked.</summary>
    public static Judgement None { get; } = new(null, null, "untested", "not verified", [], null);

    /// <summary>Whether every claim was proved.</summary>
    public bool IsProved => Verdict == "proved";
}

/// <summary>Who says what kernels of a task do: a verifier, a machine, or nobody. Several kernels may be judged at once.</summary>
public interface IKernelJudge
{
    Judgement Judge(KernelTask task, string code, CancellationToken cancellation);
}

/// <summary>Leaves everything open.</summary>
public sealed class NoJudge : IKernelJudge
{
    public Judgement Judge(KernelTask task, string code, CancellationToken cancellation) => Judgement.None;
}
