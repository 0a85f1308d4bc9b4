using System.Diagnostics;

namespace HpcVerify.Verifier.Certificates;

/// <summary>What a solver that was given a script answered.</summary>
/// <param name="Solver">Its name and version.</param>
/// <param name="Confirmed">How many questions it answered <c>unsat</c>.</param>
/// <param name="Other">The first other answer or complaint, <c>sat</c> before any; empty where there was none.</param>
public sealed record Confirmation(string Solver, int Confirmed, string Other);

/// <summary>cvc5 as a program beside this one: a second opinion that shares no code with the first (SOUNDNESS 21).</summary>
public sealed class SolverProgram
{
    private const string Name = "cvc5";

    /// <summary>For each question, in cvc5's own units: about ten seconds.</summary>
    private const string Budget = "--rlimit-per=5000000";

    /// <summary>For all questions of a script, in milliseconds: a second opinion is not worth any wait.</summary>
    private const string Deadline = "--tlimit=60000";

    private readonly string _version;

    private SolverProgram(string version) => _version = version;

    /// <summary>The program, if it is installed.</summary>
    public static SolverProgram? Find()
    {
        try
        {
            return Run(["--version"], CancellationToken.None).Split('\n')[0] is { Length: > 0 } first ? new(VersionIn(first)) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    public Confirmation Confirm(string file, CancellationToken cancellation)
    {
        var answers = Run(["--lang=smt2", "--incremental", Budget, Deadline, file], cancellation).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new($"{Name} {_version}", answers.Count(answer => answer == "unsat"), answers.Where(answer => answer != "unsat").OrderBy(answer => answer != "sat").FirstOrDefault() ?? "");
    }

    /// <summary><c>This is cvc5 version 1.0.3</c></summary>
    private static string VersionIn(string line) => line.Split(' ').SkipWhile(word => word != "version").Skip(1).FirstOrDefault() ?? "of unknown version";

    private static string Run(IEnumerable<string> arguments, CancellationToken cancellation)
    {
        using var process = Process.Start(new ProcessStartInfo(Name, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var stop = cancellation.Register(process.Kill);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        return output + errors.Result;
    }
}
