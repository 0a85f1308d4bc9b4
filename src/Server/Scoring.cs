using System.Collections.Concurrent;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Service;
using HpcVerify.Server.Page;

namespace HpcVerify.Server;

/// <summary>What became of a sample: an answer and what it is worth, or neither, because the time was over.</summary>
internal sealed record SampleResult(Sample Sample, ScoreAnswer? Answer, Score? Score)
{
    /// <summary>The number, and only where there is one.</summary>
    public double? Reward => (Score as Score.Scored)?.Reward;

    /// <summary>The rung of the ladder; null where nothing is known.</summary>
    public Level? Level => (Score as Score.Scored)?.Level ?? (IsUntimed ? Rewards.Policy.Level.Ok : null);

    /// <summary>Whether it is right wherever it was tried, and nobody asked how fast it is.</summary>
    public bool IsUntimed => !Sample.IsTimed && Score is Score.Unscored && Answer?.Evidence is { Failure: null, Infrastructure: null };

    /// <summary>Why it is worth what it is, or why it is worth nothing that can be said.</summary>
    public string Reason => Score switch
    {
        Score.Scored scored => scored.Reason,
        Score.Unscored unscored => unscored.Reason,
        _ => "the time was over before all was known; the work goes on: ask again",
    };
}

/// <summary>Who waits for a score.</summary>
/// <param name="Patience">After that the caller wants to hear what is known.</param>
/// <param name="Left">The caller has gone; the work goes on.</param>
/// <param name="Dropped">The work is not wanted any more, and ends unless others wait for the same.</param>
internal sealed record Caller(TimeSpan Patience, CancellationToken Left, CancellationToken Dropped)
{
    /// <summary>What is evaluated again for this caller, once each: of two equal samples one may be done before the other is begun.</summary>
    public ConcurrentDictionary<Sample, Lazy<Task<ScoreAnswer>>> Fresh { get; } = [];
}

/// <summary>
/// Scores samples for people who will not wait for ever. Work that was begun goes on when its caller leaves, so that the
/// same question, asked again, finds it under way or done.
/// </summary>
internal sealed class Scoring(
    ScoringService service, ServerOptions options, Counters counters, Activity activity, Sentinel sentinel, CancellationToken end)
{
    public ScoringService Service { get; } = service;

    public ServerOptions Options { get; } = options;

    public Profiles Profiles { get; } = new(options.Weights);

    /// <summary>Somebody whose questions are worth an answer even after they have gone.</summary>
    public Caller Caller(TimeSpan patience, CancellationToken left) => new(patience, left, end);

    /// <summary>The score of one sample under a profile for single ones.</summary>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public async Task<SampleResult> Score(Sample sample, Caller caller)
    {
        var answer = await Evidence(sample, caller);
        return Count(new(sample, answer, answer is null ? null : Profiles.Single(sample.Profile)!.Judge(answer.Evidence)));
    }

    /// <summary>The scores of a whole group; all of it is needed, so that one answer that is not there leaves none.</summary>
    public async Task<IReadOnlyList<SampleResult>> ScoreGroup(IReadOnlyList<Sample> group, Caller caller)
    {
        var answers = await Task.WhenAll(group.Select(sample => Evidence(sample, caller)));
        var scores = answers.All(answer => answer is not null)
            ? Profiles.OfGroup(group[0].Profile)!.Judge([.. answers.Select(answer => answer!.Evidence)])
            : [];
        return [.. group.Select((sample, index) => Count(new(sample, answers[index], scores.IsEmpty ? null : scores[index])))];
    }

    /// <summary>What has to be found out of a sample.</summary>
    public ScoreRequest Request(Sample sample) => sample.Request(Profiles.NeedsProof(sample.Profile), Options.Threads, Options.Timing);

    /// <summary>What is known of a sample; nothing when that takes longer than the caller waits.</summary>
    private async Task<ScoreAnswer?> Evidence(Sample sample, Caller caller)
    {
        try
        {
            var answer = sample.IsFresh
                ? caller.Fresh.GetOrAdd(sample, _ => new(() => Service.Evaluate(Request(sample), caller.Dropped))).Value
                : Service.Evaluate(Request(sample), caller.Dropped);
            return await answer.WaitAsync(caller.Patience, caller.Left);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>As any sample with the usual profile, and not counted among them.</summary>
    private async Task<Score?> ScoreHoneypot(Honeypot honeypot, long turn)
    {
        var sample = new Sample(honeypot.Task, honeypot.Text, Options.Profile, null, unchecked(Options.Seed + (ulong)turn), true);
        var answer = await Evidence(sample, Caller(Timeout.InfiniteTimeSpan, end));
        return answer is null ? null : Profiles.Single(sample.Profile)!.Judge(answer.Evidence);
    }

    private SampleResult Count(SampleResult result)
    {
        counters.Count(result);
        activity.Add(result);
        sentinel.Saw(Counters.OutcomeOf(result), ScoreHoneypot);
        return result;
    }
}
