using HpcVerify.Rewards.Scoring;

namespace HpcVerify.Rewards.Service;

/// <summary>A queue of jobs, as it was a moment ago.</summary>
/// <param name="Class">The class of machines that its jobs are for; empty where it is this process.</param>
/// <param name="Stage">What is done with its jobs.</param>
/// <param name="Waiting">Jobs that nobody has taken yet.</param>
/// <param name="Workers">How many jobs are taken at once: the hands, of which a worker process has several.</param>
public sealed record QueueState(string Class, ScoringStages Stage, long Waiting, int Workers);
