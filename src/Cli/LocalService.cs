using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Rewards.Service;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Cli;

/// <summary>The scoring service of this installation: its tasks, its cache, and whoever evaluates.</summary>
public sealed class LocalService : IDisposable
{
    private readonly IDisposable? _evaluator;
    private readonly ResultCache? _cache;

    private LocalService(ScoringService scoring, Toolchain toolchain, IEvaluator evaluator, ResultCache? cache) =>
        (Scoring, Toolchain, _evaluator, _cache) = (scoring, toolchain, evaluator as IDisposable, cache);

    public ScoringService Scoring { get; }

    public Toolchain Toolchain { get; }

    /// <summary>Opens everything, or says what is missing.</summary>
    /// <param name="cachePath">The file of results; null where nothing is kept.</param>
    /// <param name="evaluatorOf">Who evaluates with these tools.</param>
    public static (LocalService? Service, string? Problem) Open(Workbench workbench, string? cachePath, Func<EvaluationTools, IEvaluator> evaluatorOf)
    {
        if (workbench.Toolchain is not ToolchainState.Ready { Toolchain: var toolchain })
        {
            return (null, ((ToolchainState.Missing)workbench.Toolchain).Reason);
        }

        var (frontEnd, problem) = workbench.OpenFrontEnd(OptimizationLevel.Full);
        if (frontEnd is null)
        {
            return (null, problem);
        }

        var (tasks, unusable) = Tasks(workbench.Installation, frontEnd);
        if (tasks is null)
        {
            return (null, unusable);
        }

        var (cache, unopened) = OpenCache(cachePath);
        if (unopened is not null)
        {
            return (null, unopened);
        }

        var tools = new EvaluationTools(toolchain, frontEnd, tasks, new NodeGate(), Commands.MachineLimits.Of(null).Machine);
        var evaluator = evaluatorOf(tools);
        var environment = EvaluationEnvironment.Of(toolchain, Version.Current, workbench.Installation.LibraryDirectory);
        return (new(new(tasks, frontEnd, evaluator, cache, environment, tools.Gate), toolchain, evaluator, cache), null);
    }

    /// <summary>Where results are kept if nobody says otherwise.</summary>
    public static string UsualCache(Installation installation) => Path.Combine(installation.CacheDirectory, "results.db");

    public void Dispose()
    {
        _evaluator?.Dispose();
        _cache?.Dispose();
    }

    /// <summary>Every task of the corpus; one that is not usable is a defect of the installation.</summary>
    private static (IReadOnlyDictionary<string, KnownTask>? Tasks, string? Problem) Tasks(Installation installation, FrontEnd frontEnd)
    {
        var tasks = new Dictionary<string, KnownTask>();
        foreach (var name in KernelTaskReader.Names(installation.CorpusDirectory))
        {
            var folder = Path.Combine(installation.CorpusDirectory, name);
            var (task, findings) = KernelTaskReader.Read(folder, frontEnd.Parse);
            if (task is null)
            {
                return (null, $"no usable kernel specification in '{folder}': {string.Join("; ", findings.Select(finding => finding.Message))}");
            }

            tasks[name] = new(task, TaskFiles.Hash(folder));
        }

        return tasks.Count == 0 ? (null, $"'{installation.CorpusDirectory}' holds no kernels") : (tasks, null);
    }

    private static (ResultCache? Cache, string? Problem) OpenCache(string? path)
    {
        if (path is null)
        {
            return (null, null);
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            return (ResultCache.Open(path), null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            return (null, $"'{path}' cannot be used as a cache of results: {exception.Message}");
        }
    }
}
