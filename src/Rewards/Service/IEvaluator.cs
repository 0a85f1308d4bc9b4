using System.Collections.Immutable;
using HpcVerify.Rewards.Policy;

namespace HpcVerify.Rewards.Service;

/// <summary>
/// Gathers the evidence of jobs, here or elsewhere: a queue and those who work on it. Whoever implements it may give a job to several workers
/// in turn, because a job says all that they need, and its evidence does not depend on who found it.
/// </summary>
public interface IEvaluator
{
    /// <summary>Jobs that were accepted and have no answer yet.</summary>
    int Pending { get; }

    /// <summary>Why jobs cannot be given to anybody at present, a sentence for people; null where they can. Those that come wait.</summary>
    string? Problem { get; }

    /// <summary>Where jobs wait, and for how many hands; empty where that is not known.</summary>
    ImmutableArray<QueueState> Queues { get; }

    /// <summary>
    /// The evidence of a job. What fails on our side, at whatever point, is evidence whose <see cref="Evidence.Infrastructure"/> says why, and never an
    /// exception; only <paramref name="cancellation"/>, which gives the job up, ends in an <see cref="OperationCanceledException"/>.
    /// </summary>
    Task<Evidence> Evaluate(EvaluationJob job, CancellationToken cancellation);
}
