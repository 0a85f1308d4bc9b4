using System.CommandLine;
using HpcVerify.Cli.Reports;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Rewards.Service;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Cli.Commands;

/// <summary><c>hpcverify score</c>: the whole ladder, from a model's response to a reward.</summary>
internal static class ScoreCommand
{
    private const ulong DefaultSeed = 1;

    public static Command Create(Streams streams)
    {
        var (inputs, stage) = (new BatchInputs(), new StageOption());
        var level = new LevelOption();
        var (profile, receipt) = (new ProfileOptions(), new ReceiptOption());
        var seed = Inputs.Number("--seed", "seed of all generated data", DefaultSeed, ulong.MinValue, ulong.MaxValue);
        var threads = Inputs.Number("--threads", "threads of a team where the kernel does not say", Math.Min(Environment.ProcessorCount, ProcessLimits.MostThreads), 1, ProcessLimits.MostThreads);
        var hardware = new Option<string?>("--hardware") { Description = "the machine that kernels are timed on, a name of corpus/hardware/ or a file; this one as detected without it: no speed beyond its limits is scored" };
        var (timing, sandbox) = (new TimingOption(), new SandboxOption());
        var command = inputs.Command(
            "score", "Extract, check, compile, verify and time kernels in a sandbox; print level and reward",
            [level.Option, .. profile.All, seed, threads, timing.Option, hardware, stage.Option, receipt.Option, sandbox.Option]);
        command.SetAction((result, cancellation) =>
        {
            var (payment, mispaid) = profile.Of(result);
            var (machine, unknown) = MachineLimits.Of(result.GetValue(hardware));
            if ((mispaid ?? unknown) is { } problem)
            {
                streams.Errors.Complain(problem);
                return Task.FromResult((int)ExitCode.Usage);
            }

            return Task.FromResult((int)Run(
                inputs.Of(result) with { Stage = stage.Of(result) },
                new(level.Of(result), result.GetValue(seed), ScoringOptions.TimedRunsOf(timing.Of(result)), result.GetValue(threads))
                {
                    Timing = timing.Of(result),
                    Machine = machine,
                },
                payment!,
                result.GetValue(receipt.Option),
                sandbox.Of(result),
                streams, cancellation));
        });
        return command;
    }

    private static ExitCode Run(
        BatchRequest request, ScoringOptions options, Payment payment, string? receipt, Confinement confinement, Streams streams, CancellationToken cancellation)
    {
        var workbench = new Workbench(CurrentInstallation.Find(), confinement, cancellation);
        if (workbench.Toolchain is ToolchainState.Missing missing)
        {
            streams.Errors.Complain(missing.Reason);
            return ExitCode.Usage;
        }

        if (Batch.Open(workbench, request, options.Level, streams) is not { } batch)
        {
            return ExitCode.Usage;
        }

        if (payment.IsOfGroup && batch.Tasks.Count() > 1)
        {
            streams.Errors.Complain($"a group has one task, and these files have {batch.Tasks.Count()} (name it with --kernel)");
            return ExitCode.Usage;
        }

        var toolchain = ((ToolchainState.Ready)workbench.Toolchain).Toolchain;
        using var scoring = new ScoringBatch(batch, toolchain, options, payment.Group.NeedsProof);
        string? problem = null;
        var code = batch.Run(scoring.Examine, streams, reports =>
        {
            var judged = payment.Judge(reports);
            problem = receipt is null ? null : ReceiptOption.Write(receipt, judged, batch.Tasks, payment, options, request.Stage?.Number, EnvironmentOf(toolchain, workbench, options));
            return judged;
        });
        if (problem is null)
        {
            return code;
        }

        streams.Errors.Complain(problem);
        return ExitCodes.Combine([code, ExitCode.Usage]);
    }

    private static EvaluationEnvironment EnvironmentOf(Toolchain toolchain, Workbench workbench, ScoringOptions options) =>
        EvaluationEnvironment.Of(toolchain, Version.Current, workbench.Installation.LibraryDirectory, options.Level).Under(options.Machine);
}
