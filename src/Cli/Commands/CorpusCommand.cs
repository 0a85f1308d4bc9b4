using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using HpcVerify.Cli.Reports;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Hardware;
using HpcVerify.Trainer.Variants;
using HpcVerify.Trainer.Variants.Corpus;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Cli.Commands;

/// <summary><c>hpcverify corpus</c>: edits of HPC code for models to learn from, as JSON lines.</summary>
internal static class CorpusCommand
{
    private const int MostEdits = 1_000_000, UsualEdits = 1000, MostJobs = 64;

    /// <summary>What <c>build</c> was asked for.</summary>
    private sealed record Request(
        string Out, ImmutableArray<string> Tasks, int Count, ulong Seed, int Broken, bool IsVerifying, bool IsMeasuring, ImmutableArray<string> Imports, string Licence, int Jobs, Confinement Confinement);

    public static Command Create(Streams streams) => new("corpus", "Edits of HPC code for models to learn from: generate, import and verify them; what a file of them holds") { Build(streams), Show(streams) };

    private static Command Build(Streams streams)
    {
        var path = new Option<string>("--out") { Description = "the file to be written, one edit a line", Required = true };
        var tasks = new Option<string[]>("--task") { Description = $"the tasks of generated kernels; all of {string.Join(", ", RecipeSpace.Tasks)} without it" };
        tasks.AcceptOnlyFromAmong([.. RecipeSpace.Tasks]);
        var count = Inputs.Number("--count", "edits to generate", UsualEdits, 0, MostEdits);
        var seed = Inputs.Number("--seed", "what is drawn follows from it", 1UL, ulong.MinValue, ulong.MaxValue);
        var broken = Inputs.Number("--broken", "targets of a hundred that have a fault, beside edits that repair one", EditOptions.Usual.BrokenShare, 0, 100);
        var verify = new Option<bool>("--verify") { Description = "prove or refute every kernel; only edits with both sides proved are marked verified" };
        var measure = new Option<bool>("--measure") { Description = "compile, try and time every kernel here, one at a time" };
        var import = new Option<string[]>("--import") { Description = "a folder of pairs: NAME-Seq.c beside NAME-VARIANT.c (and NAME-contract.c to verify them), or a pairs.json; may be repeated" };
        var licence = new Option<string>("--licence") { Description = "the licence of what is generated, as SPDX has it", DefaultValueFactory = _ => "NOASSERTION" };
        var jobs = Inputs.Number("--jobs", "kernels verified at once", 1, 1, MostJobs, "-j");
        var sandbox = new SandboxOption();
        var command = new Command("build", "Generate edits of kernels from a seed, import others, and write them as JSON lines") { path, tasks, count, seed, broken, verify, measure, import, licence, jobs, sandbox.Option };
        command.SetAction((result, cancellation) => Task.FromResult((int)Build(
            new(
                result.GetValue(path)!, result.GetValue(tasks) is { Length: > 0 } named ? [.. named.Distinct().Order(StringComparer.Ordinal)] : RecipeSpace.Tasks, result.GetValue(count),
                result.GetValue(seed), result.GetValue(broken), result.GetValue(verify), result.GetValue(measure), [.. result.GetValue(import) ?? []], result.GetValue(licence)!,
                result.GetValue(measure) ? 1 : result.GetValue(jobs), sandbox.Of(result)),
            streams, cancellation)));
        return command;
    }

    private static ExitCode Build(Request request, Streams streams, CancellationToken cancellation)
    {
        var workbench = new Workbench(CurrentInstallation.Find(), request.Confinement, cancellation);
        if (workbench.OpenFrontEnd(OptimizationLevel.Full, streams) is not { } frontEnd)
        {
            return ExitCode.Usage;
        }

        if (request.IsMeasuring && workbench.Toolchain is ToolchainState.Missing missing)
        {
            streams.Errors.Complain(missing.Reason);
            return ExitCode.Usage;
        }

        var (tasks, machines, problem) = Opened(request, workbench.Installation, frontEnd);
        problem ??= OutputFile.ProblemWith(request.Out);
        if (problem is not null)
        {
            streams.Errors.Complain(problem);
            return ExitCode.Usage;
        }

        using var judge = new KernelJudge(frontEnd, request.IsVerifying, request.IsMeasuring ? ((ToolchainState.Ready)workbench.Toolchain).Toolchain : null, request.Seed);
        var (imported, refused) = Import(request, new(frontEnd, judge, Version.Current), streams, cancellation);
        if (refused is not null)
        {
            streams.Errors.Complain(refused);
            return ExitCode.Usage;
        }

        var builder = new CorpusBuilder(frontEnd, machines, judge, request.Jobs);
        streams.Progress.Describe(() => string.Create(CultureInfo.InvariantCulture, $"{builder.Judged} kernels looked at for {request.Count} edits"));
        var lines = imported.AddRange(builder.Build(new(tasks, request.Count, request.Seed, new(request.Broken), request.Licence, Version.Current), cancellation));
        return Write(request.Out, lines, streams);
    }

    private static ExitCode Write(string path, ImmutableArray<CorpusLine> lines, Streams streams)
    {
        if (lines.IsEmpty)
        {
            streams.Errors.Complain("there is nothing to write (--count is 0, and nothing was imported)");
            return ExitCode.Usage;
        }

        var text = string.Concat(lines.Select(line => line.Write() + "\n"));
        if (OutputFile.Write(path, text) is { } problem)
        {
            streams.Errors.Complain(problem);
            return ExitCode.Usage;
        }

        var (set, unread) = PretrainingSet.Read(Encoding.UTF8.GetBytes(text), path);
        streams.Results.Write(CorpusReport.Text(path, CorpusStatistics.Of(set ?? throw new InvalidOperationException(unread))));
        return ExitCode.Clean;
    }

    private static (ImmutableArray<KernelTask> Tasks, ImmutableArray<HardwareSpecification> Machines, string? Problem) Opened(Request request, Installation installation, FrontEnd frontEnd)
    {
        var (tasks, machines) = (ImmutableArray.CreateBuilder<KernelTask>(), ImmutableArray.CreateBuilder<HardwareSpecification>());
        foreach (var name in request.Tasks)
        {
            var (task, problem) = TaskFolder.Read(Path.Combine(installation.CorpusDirectory, name), frontEnd);
            if (task is null)
            {
                return ([], [], problem);
            }

            tasks.Add(task);
        }

        var hardware = HardwareReader.FolderOf(installation.CorpusDirectory);
        foreach (var name in HardwareReader.Names(hardware))
        {
            var (machine, problem) = HardwareReader.Find(hardware, name);
            if (machine is null)
            {
                return ([], [], problem);
            }

            machines.Add(machine);
        }

        return machines.Count == 0 ? ([], [], $"'{hardware}' describes no machine") : (tasks.ToImmutable(), machines.ToImmutable(), null);
    }

    /// <summary>Files that cannot be taken are complained of, and the rest goes on.</summary>
    private static (ImmutableArray<CorpusLine> Lines, string? Problem) Import(Request request, CorpusImport import, Streams streams, CancellationToken cancellation)
    {
        var lines = ImmutableArray.CreateBuilder<CorpusLine>();
        foreach (var folder in request.Imports)
        {
            var (imported, problem) = import.Read(folder, cancellation);
            if (imported is null)
            {
                return ([], problem);
            }

            lines.AddRange(imported.Lines);
            foreach (var unread in imported.Unread)
            {
                streams.Errors.Complain($"'{Path.Combine(folder, unread.File)}' is left out: {unread.Reason}");
            }
        }

        return (lines.ToImmutable(), null);
    }

    private static Command Show(Streams streams)
    {
        var (path, format) = (new Argument<string>("file") { Description = "a corpus that 'corpus build' wrote" }, Inputs.Format());
        var command = new Command("show", "Print what a corpus holds: kinds, techniques, rungs, the verified share, and the hash of the file") { path, format };
        command.SetAction(result =>
        {
            var name = result.GetValue(path)!;
            var input = InputFile.Read(name, int.MaxValue - 1);
            if (input.Problem is { } unreadable)
            {
                streams.Errors.Complain($"'{name}' cannot be read: {unreadable.Message}");
                return (int)ExitCode.NotAnalysable;
            }

            var (set, problem) = PretrainingSet.Read(input.Bytes.AsSpan(), name);
            if (set is null)
            {
                streams.Errors.Complain(problem!);
                return (int)ExitCode.NotAnalysable;
            }

            var statistics = CorpusStatistics.Of(set);
            streams.Results.Write(result.GetValue(format) == Inputs.Json ? CorpusReport.Json(statistics) : CorpusReport.Text(name, statistics));
            return (int)ExitCode.Clean;
        });
        return command;
    }
}
