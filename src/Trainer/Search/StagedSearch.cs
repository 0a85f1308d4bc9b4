using System.Collections.Immutable;
using HpcVerify.Rewards.Policy;
using HpcVerify.Trainer.Search.Archives;
using HpcVerify.Trainer.Search.Prompting;

namespace HpcVerify.Trainer.Search;

/// <summary>What a search works with.</summary>
/// <param name="Read">The C of a response and the names of its techniques.</param>
/// <param name="CheckpointInterval">Steps between two states of a learning policy that are kept; those between them are learned again from the archive.</param>
/// <param name="Watch">Called in every phase of every step.</param>
public sealed record SearchTools(
    IPolicy Policy, IScorer Scorer, PromptWriter Prompts, Func<string, (string Code, ImmutableArray<string> Techniques)> Read, int CheckpointInterval, TimeProvider Clock, Action<SearchPhase> Watch);

/// <summary>
/// Staged quality-diversity search: Fig. 1 of "Improving HPC Code Generation Capability of LLMs". Sample a group, score it, learn from it, archive it.
/// </summary>
public sealed class StagedSearch(SearchArchive archive, SearchOptions options, SearchTools tools)
{
    private const long SeedSample = 1;

    /// <summary>Steps without a single score, one after the other, until whoever runs the search is told.</summary>
    private const int MostUnscoredSteps = 3;

    /// <summary>The kernel to be written: that of the options, and of the prompts.</summary>
    private readonly string _task = options.Task == tools.Prompts.Task ? options.Task
        : throw new ArgumentException($"the search is for '{options.Task}', and its prompts are for '{tools.Prompts.Task}'", nameof(options));

    private string Hardware => tools.Scorer.Hardware;

    /// <summary>Scores the seed kernel, and begins an archive with it.</summary>
    public async Task<Outcome> Begin(string seedKernel, string taskHash, string tool, CancellationToken cancellation)
    {
        var outcome = (await tools.Scorer.Score(new(_task, options.FirstStage, [seedKernel], options.DataSeed), cancellation))[0];
        if (outcome.Level is null)
        {
            return outcome;
        }

        var (code, techniques) = tools.Read(seedKernel);
        archive.Begin(
            new(options, tools.Policy.Name, Hardware, tools.Prompts.Hardware, taskHash, tools.Prompts.Hash, tool),
            new(0, 0, 0, 0, null, Purpose.Begin, options.FirstStage, "", "", 0),
            new(SeedSample, 0, 0, new(seedKernel, [], [], false), code, techniques, outcome.Reward),
            outcome, new Rng(options.Seed).State, () => tools.Watch(SearchPhase.Beginning));
        return outcome;
    }

    /// <summary>Goes on from where the archive stands until so many iterations are done.</summary>
    /// <exception cref="OperationCanceledException">The caller has given up: what is in the archive stays, and the step that was under way is lost.</exception>
    public async Task<SearchEnd> Run(int iterations, Action<SearchProgress> report, CancellationToken cancellation)
    {
        Restore();
        for (var unscored = 0; ;)
        {
            cancellation.ThrowIfCancellationRequested();
            var cursor = archive.Cursor!;
            var parents = archive.Parents(cursor.Iteration);
            if (cursor.Position < parents.Length)
            {
                var (kernels, starved) = await Step(cursor, parents, report, cancellation);
                unscored = kernels.Any(kernel => kernel.Outcome!.Level is not null) ? 0 : unscored + 1;
                if (starved is not null || unscored == MostUnscoredSteps)
                {
                    return (SearchEnd?)starved ?? new SearchEnd.Unscored(kernels[^1].Outcome!.Reason);
                }
            }
            else if (cursor.Iteration < iterations)
            {
                Select(cursor);
            }
            else
            {
                return new SearchEnd.Done();
            }
        }
    }

    /// <summary>Brings the policy to where it was: the newest state that was kept, and then each later step once more.</summary>
    private void Restore()
    {
        var kept = archive.Checkpoint;
        if (kept is { State: var state })
        {
            using var stream = new MemoryStream(state, writable: false);
            tools.Policy.Load(stream);
        }

        foreach (var step in tools.Policy.IsLearning ? archive.Steps.Where(step => step.Step > (kept?.Step ?? 0)) : [])
        {
            tools.Policy.Update([.. archive.KernelsOfStep(Hardware, step.Step).GroupBy(kernel => kernel.Group).Select(Rewarded)]);
        }
    }

    private RewardedGroup Rewarded(IGrouping<ArchivedGroup, Kernel> group) => new(
        PromptOf(group.Key), [.. group.Select(kernel => kernel.Sample.Completion)], [.. group.Select(kernel => kernel.Sample.Reward)]);

    private Prompt PromptOf(ArchivedGroup group) => new(
        _task, group.Stage, group.Purpose, group.Prompt, ParentOf(Find(group.Parent!.Value), group.Feedback), tools.Prompts.Hardware);

    private static PromptParent ParentOf(Kernel kernel, string feedback) => new(kernel.Id, kernel.Sample.Code, feedback) { Level = kernel.Outcome!.Level };

    private Kernel Find(long sample) => archive.Find(Hardware, sample) ?? throw new InvalidDataException(FormattableString.Invariant($"the archive has no sample {sample}"));

    /// <summary>The pool is that of the last iteration alone; before the first it is the seed kernel.</summary>
    private void Select(ArchiveCursor cursor)
    {
        var (rng, opinions) = (new Rng(cursor.Random), Opinions());
        var pool = archive.Kernels(Hardware, cursor.Iteration).Select(kernel => new PoolMember(
            kernel.Id, kernel.Group.Stage, kernel.Outcome!.Level, kernel.Outcome.Performance, opinions.On(kernel.Sample.Code)));
        var selection = Selection.Of(pool, SeedSample, options, rng);
        archive.Begin(cursor.Iteration + 1, selection, rng.State, () => tools.Watch(SearchPhase.Selecting));
    }

    private UserOpinions Opinions() => UserOpinions.Of(archive.Opinions, sample => Find(sample).Sample.Code);

    private async Task<(IReadOnlyList<Kernel> Kernels, SearchEnd.Starved? Starved)> Step(ArchiveCursor cursor, ImmutableArray<Parent> parents, Action<SearchProgress> report, CancellationToken cancellation)
    {
        var (rng, opinions, watch) = (new Rng(cursor.Random), Opinions(), new PhaseClock(tools.Clock));
        var (sample, group) = archive.NextNumbers;
        var written = new List<(Parent Parent, ulong Seed, Prompt Prompt, ImmutableArray<Completion> Completions)>();
        foreach (var parent in parents.Skip(cursor.Position).Take(options.GroupsPerStep))
        {
            var (seed, prompt) = (rng.Next(), PromptFor(parent, opinions));
            tools.Watch(SearchPhase.Sampling);
            var sampling = await watch.Time("sampling", () => tools.Policy.Sample(prompt, options.GroupSize, seed, cancellation));
            if (sampling is not Sampling.Answered { Completions: var completions })
            {
                return ([], new(((Sampling.Unavailable)sampling).Reason));
            }

            written.Add((parent, seed, prompt, completions));
        }

        // All groups at once: while one kernel waits for its turn at the clock, others are verified.
        tools.Watch(SearchPhase.Scoring);
        var scores = await watch.Time("scoring", () => Task.WhenAll(written.Select(asked =>
            tools.Scorer.Score(new(_task, asked.Parent.Stage, [.. asked.Completions.Select(completion => completion.Text)], options.DataSeed), cancellation))));
        var (kernels, learned) = (new List<Kernel>(), new List<RewardedGroup>());
        foreach (var (offset, (parent, seed, prompt, completions)) in written.Index())
        {
            var archived = new ArchivedGroup(
                group + offset, cursor.Step + 1, cursor.Iteration, cursor.Position + offset, parent.Sample, parent.Purpose, parent.Stage, prompt.Text, prompt.Parent.Feedback, seed);
            ImmutableArray<Kernel> answers = [.. completions.Zip(scores[offset]).Select((answer, place) => Answer(sample + kernels.Count + place, archived, place, answer.First, answer.Second, opinions))];
            kernels.AddRange(answers);
            learned.Add(new(prompt, completions, [.. answers.Select(answer => answer.Sample.Reward)]));
        }

        cancellation.ThrowIfCancellationRequested();
        tools.Watch(SearchPhase.Updating);
        var metrics = watch.Time("update", () => tools.Policy.Update(learned));
        var step = new ArchivedStep(cursor.Step + 1, cursor.Iteration, cursor.Position, learned.Count, rng.State, metrics, watch.Seconds);
        archive.Record(step, kernels, Hardware, Checkpoint(step.Step), () => tools.Watch(SearchPhase.Recording));
        tools.Watch(SearchPhase.Recorded);
        report(new(step, parents.Length, kernels));
        return (kernels, null);
    }

    private Prompt PromptFor(Parent parent, UserOpinions opinions)
    {
        var kernel = Find(parent.Sample);
        return tools.Prompts.Write(parent.Purpose, parent.Stage, ParentOf(kernel, opinions.Feedback(kernel.Outcome!.Feedback, kernel.Sample.Code)));
    }

    private Kernel Answer(long sample, ArchivedGroup group, int place, Completion completion, Outcome outcome, UserOpinions opinions)
    {
        var (code, techniques) = outcome.Level == Level.Format ? ("", []) : tools.Read(completion.Text);
        return new(new(sample, group.Group, place, completion, code, techniques, opinions.Paid(outcome, code, options.OpinionWeight)), group, outcome);
    }

    /// <summary>A policy that does not learn has next to nothing to keep, and keeps it every time.</summary>
    private byte[]? Checkpoint(int step)
    {
        if (tools.Policy.IsLearning && step % tools.CheckpointInterval != 0)
        {
            return null;
        }

        using var stream = new MemoryStream();
        tools.Policy.Save(stream);
        return stream.ToArray();
    }
}
