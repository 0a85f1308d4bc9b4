using System.CommandLine;
using HpcVerify.Cli.Reports;
using HpcVerify.Parser.Clang;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Cli.Commands;

/// <summary><c>hpcverify doctor</c>: what was found where, and whether the main job can run.</summary>
internal static class DoctorCommand
{
    public static Command Create(Streams streams)
    {
        var command = new Command("doctor", "Show what this machine has of what HpcVerify uses");
        command.SetAction((_, cancellation) => Task.FromResult((int)Run(streams, cancellation)));
        return command;
    }

    private static ExitCode Run(Streams streams, CancellationToken cancellation)
    {
        var installation = CurrentInstallation.Find();
        var findings = Examine(installation, cancellation).ToList();
        streams.Results.Write(streams.Terminal?.Tools(findings)
            ?? PrintableText.Lines(findings.Select(finding => $"{finding.State,-7}  {finding.Name,-16} {finding.Detail}")));
        var canRun = findings.All(finding => finding.IsFound || !finding.IsRequired);
        streams.Results.WriteLine(canRun
            ? "kernels can be checked and scored here"
            : "kernels cannot be scored here: scripts/install-native.sh installs what is missing");
        return canRun ? ExitCode.Clean : ExitCode.Finding;
    }

    private static IEnumerable<ToolFinding> Examine(Installation installation, CancellationToken cancellation)
    {
        if (installation.CacheProblem() is { } problem)
        {
            yield return new("cache", false, true, problem);
            yield break;
        }

        yield return new("cache", true, true, installation.CacheDirectory);
        var native = NativeProbe.Gather(
            Workbench.Options(installation, Confinement.Required), installation.CompilerPath, cancellation);
        var clang = NativeLibraries.Probe();
        yield return new("libclang", clang is not null, true, clang is { } found ? $"{found.Version} ({found.Name})" : "install libclang1-19");
        var z3 = Verifier.Smt.NativeLibraries.Probe();
        yield return new("z3", z3 is not null, false, z3 is { } solver ? $"{solver.Version} ({solver.Name})" : "install libz3-4");
        yield return ToolFinding.OfLibrary("isl", ["libisl.so.23"], "isl_version", "install libisl23");
        yield return ToolFinding.OfProgram("cvc5", "cvc5", "--version", "install cvc5");
        yield return new("gcc", native.CompilerVersion.Length > 0, true, native.CompilerVersion.Length > 0 ? $"{native.CompilerVersion} ({native.CompilerPath})" : "install gcc");
        var replayer = Verifier.Replay.ReplayBuild.FindClang();
        yield return new("clang", replayer is not null, false, replayer is not null ? $"{replayer}, for 'replay' with libclang-rt and libomp" : "install clang-19 libclang-rt-19-dev libomp-19-dev");
        yield return ToolFinding.OfLibrary("OpenBLAS", [native.OpenBlasPath], "openblas_get_config", "install libopenblas0");
        yield return ToolFinding.OfProgram("bubblewrap", native.BubblewrapPath, "--version", "install bubblewrap");
        yield return new("sandbox", native.SandboxProblem.Length == 0, true, native.SandboxProblem.Length == 0 ? "a trial process ran in it" : native.SandboxProblem);
        var groups = native.ControlGroups;
        yield return new(
            "cgroups", groups.LimitsMemory && groups.LimitsTasks, false,
            $"{groups.Layout}; limits memory: {YesNo(groups.LimitsMemory)}, tasks: {YesNo(groups.LimitsTasks)}, freezes: {YesNo(groups.CanFreeze)}");
        var vector = native.Processor.Flags.Where(flag => flag.StartsWith("avx", StringComparison.Ordinal) || flag is "fma" or "sse4_2");
        yield return new("processor", true, true, $"{native.Processor.Model}, {native.AvailableProcessors} cores: {string.Join(' ', vector)}");
    }

    private static string YesNo(bool value) => value ? "yes" : "no";
}
