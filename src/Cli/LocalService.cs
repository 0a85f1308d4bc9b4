using HpcVerify.Rewards.Hardware;
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

    /// <summary>Opens a service of this machine, as it was detected, that compiles at the highest level, or says what is missing.</summary>
    public static (LocalService? Service, string? Problem) Open(Workbench workbench, string? cachePath, Func<EvaluationTools, IEvaluator> evaluatorOf) =>
        LocalTools.Open(workbench, OptimizationLevel.Full, Commands.MachineLimits.Of(null).Machine) is var (local, problem) && local is not null ? Open(local, cachePath, evaluatorOf) : (null, problem);

    /// <summary>The same with tools that are open.</summary>
    /// <param name="cachePath">The file of results; null where nothing is kept.</param>
    /// <param name="evaluatorOf">Who evaluates with these tools.</param>
    public static (LocalService? Service, string? Problem) Open(LocalTools local, string? cachePath, Func<EvaluationTools, IEvaluator> evaluatorOf)
    {
        var (cache, unopened) = OpenCache(cachePath);
        if (unopened is not null)
        {
            return (null, unopened);
        }

        var (tools, environment) = local;
        var evaluator = evaluatorOf(tools);
        return (new(new(tools.Tasks, tools.FrontEnd, evaluator, cache, environment, tools.Gate), tools.Toolchain, evaluator, cache), null);
    }

    /// <summary>Where results are kept if nobody says otherwise.</summary>
    public static string UsualCache(Installation installation) => Path.Combine(installation.CacheDirectory, "results.db");

    public void Dispose()
    {
        _evaluator?.Dispose();
        _cache?.Dispose();
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
