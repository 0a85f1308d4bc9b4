using System.Collections.Immutable;
using System.CommandLine;
using HpcVerify.Cli.Reports;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Hardware;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Service;
using HpcVerify.Trainer.Search;
using HpcVerify.Trainer.Search.Http;
using HpcVerify.Trainer.Search.Scoring;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Cli.Commands;

/// <summary>All that scoring a search's kernels takes.</summary>
/// <param name="Machine">What kernels are timed on; null where nobody knows.</param>
/// <param name="Versions">Of the programs that take part, by name, as far as they are of this machine.</param>
internal sealed record OpenScorer(
    IScorer Scorer, KernelTask Task, string TaskHash, FrontEnd FrontEnd, HardwareSpecification? Machine, ImmutableSortedDictionary<string, string> Versions, IDisposable? Owned) : IDisposable
{
    /// <summary>The machine in the words of prompts; empty where nobody knows.</summary>
    public string HardwareText => Machine is null ? "" : PrintableText.Lines(HardwarePrompt.Of(Machine));

    public void Dispose() => Owned?.Dispose();
}

/// <summary><c>--service</c> and <c>--hardware</c>: who scores the kernels of a search, and on what.</summary>
internal sealed class ScorerSelection
{
    /// <summary>How often what is unscored is tried again.</summary>
    private const int Retries = 1;

    /// <summary>Whoever is done with verification waits for all others to rest before it measures: with few workers, most of the time is spent on waiting.</summary>
    private const int WorkersPerProcessor = 4;

    private const int MostWorkers = 256;

    private readonly Option<string?> _service = new("--service") { Description = "score by a running 'hpcverify serve' at this URL, with the token in HPCVERIFY_TOKEN; without it, this process scores" };
    private readonly Option<string?> _hardware = new("--hardware") { Description = "what kernels are timed on, a name of corpus/hardware/ or a file, for prompts and scores; by default this machine, or the service's URL" };
    private readonly Option<int> _workers = Inputs.Number("--workers", "evaluations at once; measurements are made alone", Math.Min(MostWorkers, WorkersPerProcessor * Environment.ProcessorCount), 1, MostWorkers);
    private readonly SandboxOption _sandbox = new();

    public IEnumerable<Option> All => [_service, _hardware, _workers, _sandbox.Option];

    /// <summary>Opens what was asked for, or says why that cannot be had.</summary>
    /// <param name="results">
    /// The file of what this process has scored, of one run: runs that are compared must not share a measurement, whose luck would be that of all of them, nor may the second
    /// of them be spared the time. Null for the installation's.
    /// </param>
    public (OpenScorer? Scorer, string? Problem) Open(ParseResult result, SearchOptions options, string? results, HttpClient client, CancellationToken cancellation)
    {
        var installation = CurrentInstallation.Find();
        var workbench = new Workbench(installation, _sandbox.Of(result), cancellation);
        var (machine, unknown) = Machine(result.GetValue(_hardware), installation);
        if (unknown is not null)
        {
            return (null, unknown);
        }

        var known = KernelTaskReader.Names(installation.CorpusDirectory);
        return !known.Contains(options.Task) ? (null, $"there is no kernel '{options.Task}'; there are: {string.Join(", ", known)}")
            : result.GetValue(_service) is { } service ? Remote(service, machine, options, workbench, client)
            : Local(machine ?? ThisMachine.Detect(HardwareReader.FolderOf(installation.CorpusDirectory)).Specification, MachineLimits.Of(result.GetValue(_hardware)).Machine, options, workbench, results ?? LocalService.UsualCache(installation), result.GetValue(_workers));
    }

    private static (OpenScorer? Scorer, string? Problem) Local(
        HardwareSpecification? machine, HardwareSpecification? limits, SearchOptions options, Workbench workbench, string results, int workers)
    {
        var (local, problem) = LocalTools.Open(workbench, OptimizationLevels.Named(options.Level), limits);
        if (local is null)
        {
            return (null, problem);
        }

        var (service, unopened) = LocalService.Open(local, results, tools => new LocalEvaluator(tools, workers));
        if (service is null)
        {
            return (null, unopened);
        }

        var task = local.Tools.Tasks[options.Task];
        var hardware = FormattableString.Invariant($"{local.Environment.Processor}, {local.Environment.Cores} {(local.Environment.Cores == 1 ? "processor" : "processors")}");
        var scorer = new ServiceScorer(service.Scoring, GroupPayment.Of(options.Profile, options.Weights), hardware, options.Threads, options.Timing, Retries);
        return (new(scorer, task.Task, task.Hash, local.Tools.FrontEnd, machine, VersionsOf(local.Environment), service), null);
    }

    private static (OpenScorer? Scorer, string? Problem) Remote(string service, HardwareSpecification? machine, SearchOptions options, Workbench workbench, HttpClient client)
    {
        if (!Uri.TryCreate(service, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            return (null, $"--service is a URL, as 'hpcverify serve' prints it, and not '{service}'");
        }

        var (frontEnd, problem) = workbench.OpenFrontEnd(OptimizationLevels.Named(options.Level));
        if (frontEnd is null)
        {
            return (null, problem);
        }

        var folder = Path.Combine(workbench.Installation.CorpusDirectory, options.Task);
        var (task, unusable) = TaskFolder.Read(folder, frontEnd);
        if (task is null)
        {
            return (null, unusable);
        }

        var token = Environment.GetEnvironmentVariable("HPCVERIFY_TOKEN") is { Length: > 0 } given ? given : null;
        var hardware = machine?.Title ?? $"the service at {url.GetComponents(UriComponents.HostAndPort, UriFormat.UriEscaped)}";
        var scorer = new HttpScorer(client, url, token, GroupPayment.Of(options.Profile, options.Weights), task.Metric, hardware, RetryPlan.Usual, Retries, TimeProvider.System);
        return (new(scorer, task, TaskFiles.Hash(folder), frontEnd, machine, ImmutableSortedDictionary<string, string>.Empty, null), null);
    }

    private static (HardwareSpecification? Machine, string? Problem) Machine(string? nameOrPath, Installation installation) =>
        nameOrPath is null ? (null, null) : HardwareReader.Find(HardwareReader.FolderOf(installation.CorpusDirectory), nameOrPath);

    private static ImmutableSortedDictionary<string, string> VersionsOf(EvaluationEnvironment environment) => ImmutableSortedDictionary<string, string>.Empty
        .Add("build", environment.Build).Add("compiler", environment.Compiler).Add("solver", environment.Solver).Add("flags", environment.Flags);
}
