using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using HpcVerify.Cli.Reports;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Text;
using HpcVerify.Rewards.Hardware;
using HpcVerify.Trainer.Grpo.Meta;
using HpcVerify.Trainer.Model;
using HpcVerify.Trainer.Reports;
using HpcVerify.Trainer.Reports.Runs;
using HpcVerify.Trainer.Search;
using HpcVerify.Trainer.Search.Archives;
using HpcVerify.Trainer.Search.Prompting;
using HpcVerify.Trainer.Search.Reports;
using HpcVerify.Trainer.Training;
using HpcVerify.Trainer.Variants;

namespace HpcVerify.Cli.Commands;

/// <summary>One run of <c>train</c>, from its options to its end.</summary>
/// <param name="searchOf">The options of the search, with those that the run was begun with.</param>
/// <param name="settingsOf">The settings of learning, likewise.</param>
internal sealed class TrainSession(
    TrainRequest request, Func<RunRecord?, (SearchOptions? Options, string? Problem)> searchOf, Func<RunRecord?, (TrainingSettings? Settings, string? Problem)> settingsOf,
    Func<SearchOptions, HttpClient, (OpenScorer? Scorer, string? Problem)> scorerOf, Streams streams)
{
    /// <summary>Steps that are learnt again, at most, by a run that is resumed.</summary>
    private const int CheckpointInterval = 10;

    private const int TrialSamples = 8;

    private readonly TrainTable _table = new(streams.Errors);

    public async Task<(ExitCode Code, string? Problem)> Run(CancellationToken cancellation)
    {
        try
        {
            return await Open(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return (ExitCode.Interrupted, "ended before the first step; nothing was kept of the run");
        }
        catch (Exception exception) when (exception is DbException or InvalidDataException or IOException or UnauthorizedAccessException or DllNotFoundException)
        {
            return (ExitCode.Usage, $"the run cannot be made: {exception.Message}");
        }
    }

    private async Task<(ExitCode Code, string? Problem)> Open(CancellationToken cancellation)
    {
        if (!RecipeSpace.Tasks.Contains(request.Task))
        {
            return (ExitCode.Usage, $"there are no texts to learn '{request.Task}' from; there are for: {string.Join(", ", RecipeSpace.Tasks)}");
        }

        if (request.Folder is null && !request.IsPretrainingOnly)
        {
            return (ExitCode.Usage, "a run is kept in a folder (name it with --out)");
        }

        var (begun, unread) = request is { IsResumed: true, Folder: { } folder } ? Begun(folder) : (null, null);
        var (options, wrong) = unread is null ? searchOf(begun) : (null, unread);
        var (settings, unsettled) = wrong is null ? settingsOf(begun) : (null, wrong);
        using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        var (open, missing) = unsettled is null ? scorerOf(options!, client) : (null, unsettled);
        using var closing = open;
        return open is null ? (ExitCode.Usage, missing)
            : open.Machine is null ? (ExitCode.Usage, "nothing is known of the machine that kernels are to be fast on (name it with --hardware)")
            : request.IsPretrainingOnly ? await Pretrain(options!, settings!, open, cancellation)
            : await Train(request.Folder!, begun, options!, settings!, open, cancellation);
    }

    /// <summary>A run that was killed before it had a base model has no record, and nothing to go on with.</summary>
    private static (RunRecord? Record, string? Problem) Begun(string folder) => File.Exists(Path.Combine(folder, RunRecord.FileName))
        ? RunRecord.Read(folder)
        : (null, $"'{folder}' holds no run to go on with (begin it without --resume)");

    private async Task<(ExitCode Code, string? Problem)> Pretrain(SearchOptions options, TrainingSettings settings, OpenScorer open, CancellationToken cancellation)
    {
        var (cached, _) = BaseModel(settings, open.Machine!, cancellation);
        await Try(cached, options, settings, open, cancellation);
        return (ExitCode.Clean, null);
    }

    private async Task<(ExitCode Code, string? Problem)> Train(string folder, RunRecord? begun, SearchOptions options, TrainingSettings settings, OpenScorer open, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, TrainingRun.ArchiveFile);
        var (archive, unreadable) = SearchArchive.Open(path, mayMake: !request.IsResumed);
        using var opened = archive;
        var (held, taken) = unreadable is null ? ArchiveLock.Take(path) : (null, unreadable);
        using var lasting = held;
        if (archive is null || taken is not null)
        {
            return (ExitCode.Usage, taken);
        }

        if (archive.Run is not null && begun is null)
        {
            return (ExitCode.Usage, $"'{folder}' holds a run already (go on with --resume, or name another folder)");
        }

        var (cached, hash) = BaseModel(settings, open.Machine!, cancellation);
        var policy = PolicyOf(cached.Model, settings, open);
        var writer = new PromptWriter(open.Task, PromptTemplates.Usual, open.HardwareText, options.Level);
        var wanted = new ArchivedRun(options, policy.Name, open.Scorer.Hardware, open.HardwareText, open.TaskHash, writer.Hash, Version.Current);
        if (archive.Run?.DifferenceTo(wanted) is { } difference)
        {
            return (ExitCode.Usage, $"the run in '{folder}' cannot be gone on with: {difference}");
        }

        var record = begun ?? new RunRecord(
            RunRecord.CurrentFormat, DateTimeOffset.UtcNow, request.Preset, options, settings, open.Versions.SetItem("hpcverify", Version.Current).SetItem("dotnet", Environment.Version.ToString()),
            open.Scorer.Hardware, open.Task.Metric == Metric.Gbps ? "GB/s" : "GFLOPS", Peak.OfTeam(open.Machine!, options.Threads, 64), hash, cached.Key, cached.Model.Fingerprint, cached.Model.Weights.Layout.Count);
        if (begun is null)
        {
            record.Write(folder);
        }

        var tools = new SearchTools(policy, open.Scorer, writer, new ResponseReader(open.Task, open.FrontEnd).Read, CheckpointInterval, TimeProvider.System, _ => { });
        return await Search(folder, record, policy, archive, new(archive, options, tools), open, cancellation);
    }

    private async Task<(ExitCode Code, string? Problem)> Search(
        string folder, RunRecord record, EmbeddedPolicy policy, SearchArchive archive, StagedSearch search, OpenScorer open, CancellationToken cancellation)
    {
        streams.Progress.Dispose();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            if (archive.Run is null)
            {
                var seed = await search.Begin(VariantTexts.SeedOf(request.Task), open.TaskHash, Version.Current, cancellation);
                if (seed.Level is null)
                {
                    return (ExitCode.Open, $"the kernel to begin with cannot be scored: {seed.Reason}");
                }
            }

            var log = RunLog.Open(folder, archive, record.Begun.ToUnixTimeMilliseconds() / 1000.0);
            var start = TimeProvider.System.GetTimestamp();
            _table.Head();
            var end = await search.Run(
                request.Iterations,
                progress =>
                {
                    log.Add(progress.Step, progress.Kernels);
                    _table.Row(progress);
                    if (TimeProvider.System.GetElapsedTime(start) >= request.Limit)
                    {
                        limit.Cancel();
                    }
                },
                limit.Token);
            var said = end switch { SearchEnd.Starved starved => starved.Reason, SearchEnd.Unscored unscored => $"nothing is scored any more: {unscored.Reason}", _ => null };
            return Finish(said is null ? ExitCode.Clean : ExitCode.Open, said is null ? null : $"{said}; what there is is in '{folder}' (go on with --resume)", folder, policy, archive, open);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            var ended = string.Create(CultureInfo.InvariantCulture, $"ended after step {archive.Steps.Count}; what there is is in '{folder}' (go on with --resume)");
            return archive.Run is null ? (ExitCode.Interrupted, ended) : Finish(ExitCode.Interrupted, ended, folder, policy, archive, open);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return Finish(ExitCode.Clean, null, folder, policy, archive, open);
        }
    }

    private (ExitCode Code, string? Problem) Finish(ExitCode code, string? said, string folder, EmbeddedPolicy policy, SearchArchive archive, OpenScorer open)
    {
        var unwritten = policy.Checkpoint.Save(Path.Combine(folder, "checkpoint.safetensors"));
        streams.Results.Write(PrintableText.Lines(SearchSummary.Print(archive, open.Scorer.Hardware)));
        return unwritten is null ? (code, said) : (ExitCode.Usage, unwritten);
    }

    /// <summary>The base model of the settings, from the cache or made now, and the hash of what it learnt from.</summary>
    private (CachedModel Model, string CorpusHash) BaseModel(TrainingSettings settings, HardwareSpecification here, CancellationToken cancellation)
    {
        var installation = CurrentInstallation.Find();
        var texts = VariantTexts.Of(request.Task, Machines(installation, here), settings.Texts, settings.PretrainingSeed);
        var cache = new ModelCache(Path.Combine(installation.CacheDirectory, "models"));
        streams.Progress.Dispose();
        return (cache.Find(texts, settings.Pretraining, tokenizer => Pretraining.Run(texts, tokenizer, settings.Pretraining, _table.Row, cancellation)), ModelCache.HashOf(texts));
    }

    private async Task Try(CachedModel cached, SearchOptions options, TrainingSettings settings, OpenScorer open, CancellationToken cancellation)
    {
        var shares = await BaseTrial.Run(
            PolicyOf(cached.Model, settings, open), open.Scorer, request.Task, VariantTexts.SeedOf(request.Task), TrialSamples, options.Seed, cancellation);
        streams.Results.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"base model {cached.Key}, {cached.Model.Weights.Layout.Count:N0} parameters, {cached.Model.Tokenizer.Count} tokens: {TrialSamples} samples for each of six stages"));
        streams.Results.Write(shares.Print());
    }

    /// <summary>The machines that are known, and the one that kernels are to be fast on: a model is at a loss with one it never read of.</summary>
    private static ImmutableArray<HardwareSpecification> Machines(Installation installation, HardwareSpecification here) =>
        [here, .. HardwareReader.All(HardwareReader.FolderOf(installation.CorpusDirectory)).Where(machine => machine.Name != here.Name)];

    private static EmbeddedPolicy PolicyOf(PretrainedModel model, TrainingSettings settings, OpenScorer open) =>
        new(model, settings.Embedded, prompt => VariantTexts.Write(prompt, open.Machine!), code => Embedding(code, open));

    private static ProgramEmbedding? Embedding(string code, OpenScorer open) =>
        open.FrontEnd.Parse(SourceText.From("kernel.c", code)) is { Value: { } tree } ? ProgramEmbedding.Of(tree, open.Task.EntryPoint) : null;
}
