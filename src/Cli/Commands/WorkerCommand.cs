using System.CommandLine;
using System.Runtime.CompilerServices;
using HpcVerify.Cli.Reports;
using HpcVerify.Distribution;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Rewards.Service;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Cli.Commands;

/// <summary><c>hpcverify worker</c>: evaluates jobs of services at a broker, until it is told to end.</summary>
internal static class WorkerCommand
{
    private const string Verify = "verify", Time = "time", Both = "both";
    private const int MostWorkers = 256, MostDrain = 3600;

    public static Command Create(Streams streams)
    {
        var (queue, machineClass) = (QueueSelection.AddressOption("one of the two is needed"), QueueSelection.ClassOption());
        var stage = new Option<string>("--stage") { Description = "verify, time, or both; whoever times has the machine to itself meanwhile", DefaultValueFactory = _ => Both };
        stage.AcceptOnlyFromAmong(Verify, Time, Both);
        var workers = Inputs.Number("--workers", "verifications at once; kernels are timed one at a time", Environment.ProcessorCount, 1, MostWorkers);
        var drain = Inputs.Number("--drain", "seconds that jobs under way may take after SIGTERM, before they go back to their queue", 30, 0, MostDrain);
        var (level, sandbox) = (new LevelOption(), new SandboxOption());
        var command = new Command("worker", "Evaluate what 'serve --queue' puts into the queues of a broker") { queue, stage, machineClass, level.Option, workers, drain, sandbox.Option };
        command.SetAction(async (result, cancellation) =>
        {
            var (selection, problem) = QueueSelection.Read(result.GetValue(queue), result.GetValue(machineClass));
            if (selection is null)
            {
                streams.Errors.Complain(problem ?? "no broker is named (--queue, or HPCVERIFY_QUEUE)");
                return (int)ExitCode.Usage;
            }

            var workbench = new Workbench(CurrentInstallation.Find(), sandbox.Of(result), cancellation);
            return (int)await Run(workbench, level.Of(result), selection, result.GetValue(stage)!, result.GetValue(workers), TimeSpan.FromSeconds(result.GetValue(drain)), streams);
        });
        return command;
    }

    private static async Task<ExitCode> Run(Workbench workbench, OptimizationLevel level, QueueSelection selection, string stage, int workers, TimeSpan drain, Streams streams)
    {
        var (local, problem) = LocalTools.Open(workbench, level, MachineLimits.Of(null).Machine);
        if (local is null)
        {
            streams.Errors.Complain(problem!);
            return ExitCode.Usage;
        }

        streams.Progress.Dispose();
        return await Work(local, selection, stage, workers, drain, streams, workbench.Cancellation);
    }

    /// <summary>By itself, so that no other command loads the broker's library.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<ExitCode> Work(
        LocalTools local, QueueSelection selection, string stage, int workers, TimeSpan patience, Streams streams, CancellationToken drain)
    {
        List<JobWorker> hands = [];
        try
        {
            using var worker = new QueueWorker(
                selection.Address, selection.Layout, local.Environment.Toolset,
                Stages(stage, workers).Select(part => new WorkerStage(part, Hire().Evaluate)).ToList(), streams.Errors.Complain);
            using var abort = new CancellationTokenSource();
            await using var told = drain.Register(() => abort.CancelAfter(patience));
            if (await worker.Run(drain, abort.Token) is { } refusal)
            {
                streams.Errors.Complain(refusal);
                return ExitCode.Usage;
            }

            return ExitCode.Clean;
        }
        finally
        {
            hands.ForEach(hand => hand.Dispose());
        }

        JobWorker Hire()
        {
            hands.Add(new(local.Tools));
            return hands[^1];
        }
    }

    private static IEnumerable<ScoringStages> Stages(string stage, int workers) =>
    [
        .. stage == Time ? [] : Enumerable.Repeat(ScoringStages.Verification, workers),
        .. stage == Verify ? Array.Empty<ScoringStages>() : [ScoringStages.Timing],
    ];
}
