using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using HpcVerify.Cli.Reports;
using HpcVerify.Distribution;
using HpcVerify.Parser.Text;
using HpcVerify.Rewards.Hardware;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Service;
using HpcVerify.Server;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Cli.Commands;

/// <summary><c>hpcverify serve</c>: scores over HTTP, until it is told to end.</summary>
internal static class ServeCommand
{
    private const int MostWorkers = 256, MostBody = 1024, MostDrain = 3600;

    /// <summary>What HPCVERIFY_TOKEN and <c>--token-file</c> are for; bits of a token that is made here.</summary>
    private const int TokenBytes = 32;

    public static Command Create(Streams streams)
    {
        var url = new Option<string>("--url") { Description = "where to listen; port 0 is any that is free", DefaultValueFactory = _ => "http://127.0.0.1:8377" };
        var token = new Option<string?>("--token-file") { Description = "the file with the token that callers must send; by default HPCVERIFY_TOKEN, else one made on first use in the cache folder" };
        var workers = Inputs.Number("--workers", "evaluations at once; measurements are made alone", Environment.ProcessorCount, 1, MostWorkers);
        var threads = Inputs.Number("--threads", "threads of a team where a kernel does not say", Math.Min(Environment.ProcessorCount, ProcessLimits.MostThreads), 1, ProcessLimits.MostThreads);
        var seed = Inputs.Number("--seed", "seed of all generated data, for requests that name none", 1ul, ulong.MinValue, ulong.MaxValue);
        var profile = new Option<string>("--profile") { Description = "the profile of requests that name none", DefaultValueFactory = _ => RewardProfile.Paper.Name };
        profile.AcceptOnlyFromAmong([.. RewardProfile.All.Select(known => known.Name)]);
        var weights = new Option<string?>("--weights") { Description = "a JSON file with the numbers of the profiles; 'paper' has its own" };
        var (timing, level) = (new TimingOption(), new LevelOption());
        var hardware = new Option<string?>("--hardware") { Description = "the machine that kernels are timed on, a name of corpus/hardware/ or a file; this one as detected without it; workers at a broker know their own" };
        var cache = new Option<string?>("--cache") { Description = "the file in which results are kept; by default 'results.db' in the cache folder" };
        var body = Inputs.Number("--max-body", "largest request in MiB", 32, 1, MostBody);
        var drain = Inputs.Number("--drain", "seconds that requests under way may take after SIGTERM", 30, 0, MostDrain);
        var honeypots = Inputs.Number("--honeypots", "samples between two kernels that must not be paid for; 0 for none", 1000, 0, int.MaxValue);
        var sandbox = new SandboxOption();
        var (queue, machineClass) = (QueueSelection.AddressOption("without either, this process evaluates"), QueueSelection.ClassOption());
        var name = new Option<string>("--name") { Description = "what the service is called at the broker: one process at a time, whose successor finds the answers it missed", DefaultValueFactory = _ => Environment.MachineName };
        var command = new Command("serve", "Score over HTTP: batches, jobs, and the routes of OpenRLHF, slime, NeMo-Gym and SandboxFusion")
            { url, token, workers, threads, seed, level.Option, timing.Option, profile, weights, hardware, cache, body, drain, honeypots, queue, machineClass, name, sandbox.Option };
        command.SetAction(async (result, cancellation) =>
        {
            var (numbers, wrong) = result.GetValue(weights) is { } path ? RewardWeightsReader.Read(path) : (RewardWeights.Default, null);
            var installation = CurrentInstallation.Find();
            var (selection, unnamed) = QueueSelection.Read(result.GetValue(queue), result.GetValue(machineClass));
            var misnamed = selection is null ? null : QueueLayout.ProblemOf(result.GetValue(name)!);
            var elsewhere = selection is not null && result.GetValue(hardware) is not null ? "'--hardware' is for a service that times kernels itself, and not for one with '--queue'" : null;
            var (machine, unknown) = MachineLimits.Of(result.GetValue(hardware));
            var problem = ListenAddress.ProblemOf(result.GetValue(url)!) ?? wrong ?? unnamed ?? misnamed ?? elsewhere ?? unknown;

            // Last, because a token may be made, and that is said.
            (var secret, problem) = problem is null ? Token(result.GetValue(token), installation, streams) : (null, problem);
            if (problem is not null)
            {
                streams.Errors.Complain(problem);
                return (int)ExitCode.Usage;
            }

            var request = new ServeRequest(
                result.GetValue(url)!, secret!, result.GetValue(workers), result.GetValue(threads), result.GetValue(seed), level.Of(result), timing.Of(result), result.GetValue(profile)!, numbers!, machine,
                result.GetValue(cache) ?? LocalService.UsualCache(installation), result.GetValue(body), TimeSpan.FromSeconds(result.GetValue(drain)), result.GetValue(honeypots), selection, result.GetValue(name)!);
            return (int)await Run(request, new Workbench(installation, sandbox.Of(result), cancellation), streams);
        });
        return command;
    }

    /// <summary>By itself, so that no other command loads ASP.NET.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<ExitCode> Run(ServeRequest request, Workbench workbench, Streams streams)
    {
        var (service, problem) = Open(request, workbench, streams);
        if (service is null)
        {
            streams.Errors.Complain(problem!);
            return ExitCode.Usage;
        }

        using (service)
        {
            var cpp = File.Exists("/usr/bin/g++") ? "/usr/bin/g++" : null;
            await using var server = ScoringServer.Build(service.Scoring, new ProgramRunner(service.Toolchain, cpp), Options(request) with { Honeypots = Honeypot.Of(workbench.Installation.CorpusDirectory, [.. service.Scoring.Tasks.Keys]) }, streams.Errors.Complain);
            try
            {
                await server.Start();
            }
            catch (Exception exception) when (exception is IOException or FormatException or InvalidOperationException or UnauthorizedAccessException or ArgumentException or System.Net.Sockets.SocketException)
            {
                streams.Errors.Complain($"cannot listen at '{request.Url}': {exception.GetBaseException().Message}");
                return ExitCode.Usage;
            }

            streams.Progress.Dispose();
            streams.Errors.Complain($"listening at {server.Address}{(server.Address.IsLoopback ? "" : ", which others can reach, without encryption")}");
            streams.Errors.Complain($"to look at it: {server.Page}");
            await Ended(workbench.Cancellation);
            streams.Errors.Complain("finishing what is under way");
            await server.Stop();
        }

        return ExitCode.Clean;
    }

    private static (LocalService? Service, string? Problem) Open(ServeRequest request, Workbench workbench, Streams streams)
    {
        var (local, problem) = LocalTools.Open(workbench, request.Level, request.Machine);
        return (local, request.Queue) switch
        {
            (null, _) => (null, problem),
            (_, null) => LocalService.Open(local, request.Cache, tools => new LocalEvaluator(tools, request.Workers)),
            (_, var (address, layout)) => LocalService.Open(
                local with { Environment = local.Environment.On(layout.Class) }, request.Cache,
                _ => new QueueEvaluator(address, new(request.Name, layout, local.Environment.Toolset), streams.Errors.Complain)),
        };
    }

    private static ServerOptions Options(ServeRequest request) => new(request.Token)
    {
        Url = request.Url,
        Profile = request.Profile,
        Weights = request.Weights,
        Threads = request.Threads,
        Seed = request.Seed,
        Timing = request.Timing,
        LargestBody = (long)request.LargestBodyInMebibytes << 20,
        Drain = request.Drain,
        HoneypotInterval = request.HoneypotInterval,
        Signer = () => ReceiptKeyFile.Open(Environment.GetEnvironmentVariable),
    };

    private static async Task Ended(CancellationToken cancellation)
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellation.Register(end.SetResult);
        await end.Task;
    }

    private static (string? Token, string? Problem) Token(string? path, Installation installation, Streams streams)
    {
        if (path is null && Environment.GetEnvironmentVariable("HPCVERIFY_TOKEN") is { Length: > 0 } given)
        {
            return (given, null);
        }

        var file = path ?? Path.Combine(installation.CacheDirectory, "service.token");
        var (token, problem) = path is not null && RegularFile.WhyNot(path) is { } obstacle
            ? (null, $"'{path}' cannot be read: {obstacle}")
            : SecretFile.ReadOrMake(file, () => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes)));
        if (problem is null && token!.Length == 0)
        {
            return (null, $"'{file}' holds no token");
        }

        if (problem is null)
        {
            streams.Errors.Complain($"callers send the token in '{file}'");
        }

        return (token, problem);
    }

    private sealed record ServeRequest(
        string Url, string Token, int Workers, int Threads, ulong Seed, OptimizationLevel Level, TimingProfile Timing, string Profile, RewardWeights Weights, HardwareSpecification? Machine, string Cache, int LargestBodyInMebibytes, TimeSpan Drain,
        int HoneypotInterval, QueueSelection? Queue, string Name);
}
