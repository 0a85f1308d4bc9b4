using System.CommandLine;
using HpcVerify.Cli.Reports;
using HpcVerify.Rewards.Hardware;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Cli.Commands;

/// <summary><c>hpcverify hardware</c>: what machines can do, and what this one can.</summary>
internal static class HardwareCommand
{
    private const string Prompt = "prompt";

    public static Command Create(Streams streams) =>
        new("hardware", "Machines: units, clocks, caches, memory and peaks; show and compare them, or detect this one") { Detect(streams), Show(streams), Compare(streams) };

    private static Command Show(Streams streams)
    {
        var name = new Argument<string?>("machine") { Description = "a file of corpus/hardware/ by its name, or any file by its path; all are listed without it", Arity = ArgumentArity.ZeroOrOne };
        var format = new Option<string>("--format") { Description = "text, json, or the words of a prompt", DefaultValueFactory = _ => Inputs.Text };
        format.AcceptOnlyFromAmong(Inputs.Text, Inputs.Json, Prompt);
        var command = new Command("show", "Print what is known of a machine, and its peaks") { name, format };
        command.SetAction(result => (int)(result.GetValue(name) is { } machine
            ? Print(streams, [machine], found => Shown(found[0], result.GetValue(format)!))
            : Print(streams, HardwareReader.Names(Folder), found => result.GetValue(format) == Inputs.Json ? HardwareDocument.ListJson(found, Version.Current) : HardwareDocument.List(found))));
        return command;
    }

    private static Command Compare(Streams streams)
    {
        var (first, second, format) = (new Argument<string>("first"), new Argument<string>("second"), Inputs.Format());
        var command = new Command("compare", "Print two machines side by side, and the second as a multiple of the first") { first, second, format };
        command.SetAction(result => (int)Print(streams, [result.GetValue(first)!, result.GetValue(second)!], found => result.GetValue(format) == Inputs.Json
            ? HardwareDocument.Json(found[0], found[1], Version.Current)
            : HardwareDocument.Text(found[0], found[1])));
        return command;
    }

    private static Command Detect(Streams streams)
    {
        var output = new Option<string?>("--output", "-o") { Description = "the file that the specification is written to; its name becomes the machine's; its folder is made if need be" };
        var isUnmeasured = new Option<bool>("--no-probes") { Description = "read what Linux says, and measure nothing" };
        var format = Inputs.Format();
        var command = new Command("detect", "Describe this machine, and measure its fused multiply-adds and its memory") { output, isUnmeasured, format };
        command.SetAction((result, cancellation) => Task.FromResult((int)Detect(result.GetValue(output), result.GetValue(isUnmeasured), result.GetValue(format)!, streams, cancellation)));
        return command;
    }

    private static ExitCode Detect(string? output, bool isUnmeasured, string format, Streams streams, CancellationToken cancellation)
    {
        var (machine, problem) = ThisMachine.Detect(Folder);
        if (machine is null)
        {
            streams.Errors.Complain(problem!);
            return ExitCode.NotAnalysable;
        }

        var (measured, code) = isUnmeasured ? (machine, ExitCode.Clean) : Measured(machine, streams, cancellation);
        measured = output is null ? measured : measured with { Name = Path.GetFileNameWithoutExtension(output) };
        streams.Results.Write(Shown(measured, format));
        return output is null ? code : ExitCodes.Combine([code, Save(measured, output, streams)]);
    }

    /// <summary>The probes are ours, so that they may run where there is no sandbox.</summary>
    private static (HardwareSpecification Machine, ExitCode Code) Measured(HardwareSpecification machine, Streams streams, CancellationToken cancellation)
    {
        var workbench = new Workbench(CurrentInstallation.Find(), Confinement.UnsafeLimitsOnly, cancellation);
        if (workbench.Toolchain is not ToolchainState.Ready { Toolchain: var toolchain })
        {
            streams.Errors.Complain($"nothing is measured: {((ToolchainState.Missing)workbench.Toolchain).Reason} (or leave it out with --no-probes)");
            return (machine, ExitCode.Usage);
        }

        var threads = Math.Min(Math.Min(machine.Cores, Environment.ProcessorCount), ProcessLimits.MostThreads);
        var (speed, problems) = new HardwareProbes(toolchain, threads).Measure(machine, MachineFiles.Here.AvailableBytes(), cancellation);
        foreach (var problem in problems)
        {
            streams.Errors.Complain(problem);
        }

        return (machine with { Measured = speed }, problems.Count == 0 ? ExitCode.Clean : ExitCode.Open);
    }

    private static ExitCode Save(HardwareSpecification machine, string path, Streams streams)
    {
        if (OutputFile.Write(path, HardwareReader.Write(machine)) is not { } problem)
        {
            // What nobody can read again is no specification: a file's name may be no name of a machine.
            problem = HardwareReader.Read(path).Problem;
        }

        if (problem is null)
        {
            return ExitCode.Clean;
        }

        streams.Errors.Complain(problem);
        return ExitCode.Usage;
    }

    private static ExitCode Print(Streams streams, IEnumerable<string> names, Func<IReadOnlyList<HardwareSpecification>, string> print)
    {
        var read = names.Select(name => HardwareReader.Find(Folder, name)).ToList();
        if (read.Select(found => found.Problem).FirstOrDefault(problem => problem is not null) is { } wrong)
        {
            streams.Errors.Complain(wrong);
            return ExitCode.Usage;
        }

        streams.Results.Write(print([.. read.Select(found => found.Specification!)]));
        return ExitCode.Clean;
    }

    private static string Shown(HardwareSpecification machine, string format) => format switch
    {
        Inputs.Json => HardwareDocument.Json(machine, Version.Current),
        Prompt => PrintableText.Lines(HardwarePrompt.Of(machine)),
        _ => HardwareDocument.Text(machine),
    };

    private static string Folder => HardwareReader.FolderOf(CurrentInstallation.Find().CorpusDirectory);
}
