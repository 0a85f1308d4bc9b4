using System.Collections.Immutable;
using System.Text;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Rewards.Service;

namespace HpcVerify.Trainer.Search.Scoring;

/// <summary>Scores groups by the service of this process.</summary>
/// <param name="hardware">What its kernels are timed on.</param>
/// <param name="threads">Of a team where a kernel does not say.</param>
/// <param name="retries">How often what is unscored is tried again before the group is judged.</param>
public sealed class ServiceScorer(ScoringService service, GroupPayment payment, string hardware, int threads, TimingProfile timing, int retries) : IScorer
{
    public string Hardware => hardware;

    public async Task<ImmutableArray<Outcome>> Score(ScoringGroup group, CancellationToken cancellation)
    {
        var answers = await Task.WhenAll(group.Responses.Select(response => Answer(group, response, cancellation)));
        var scores = payment.Judge([.. answers.Select(answer => answer.Evidence)]);
        return [.. scores.Select((score, index) => Of(answers[index], score, group.Responses[index]))];
    }

    private async Task<ScoreAnswer> Answer(ScoringGroup group, string response, CancellationToken cancellation)
    {
        var request = new ScoreRequest(group.Task, response, new()
        {
            Stage = group.Stage,
            Seed = group.Seed,
            Threads = threads,
            Timing = timing,
            TimedRuns = ScoringOptions.TimedRunsOf(timing),
            IsProving = payment.NeedsProof,
        });
        var answer = await service.Evaluate(request, cancellation);
        for (var turn = 0; turn < retries && answer.Evidence.Infrastructure is not null; turn++)
        {
            answer = await service.Evaluate(request, cancellation);
        }

        return answer;
    }

    private Outcome Of(ScoreAnswer answer, Score score, string response)
    {
        var scored = score as Score.Scored;
        // What was known before took no time of this step.
        var evidence = answer.IsCached ? answer.Evidence with { Stages = [] } : answer.Evidence;
        return new(
            scored?.Level, scored?.Reward, PerformanceOf(answer.Evidence, scored), answer.Evidence.Proof?.State.ToString().ToLowerInvariant() ?? "untested",
            scored?.Reason ?? ((Score.Unscored)score).Reason, KernelFeedback.Of(answer.Evidence, score, response), answer.Name.Text, Encoding.UTF8.GetString(ServiceJson.Write(evidence)));
    }

    private double? PerformanceOf(Evidence evidence, Score.Scored? scored) =>
        scored?.Level != Level.Ok ? null : payment.IsRelative ? evidence.Measurement!.Speed : scored.Reward;
}
