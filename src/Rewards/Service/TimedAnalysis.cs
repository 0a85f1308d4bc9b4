using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using HpcVerify.Detectors.Techniques;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Native;
using HpcVerify.Parser.Text;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;

namespace HpcVerify.Rewards.Service;

/// <summary>Static analysis of a response within a limit.</summary>
internal static class TimedAnalysis
{
    /// <summary>A thousand times what an ordinary kernel needs.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>The report, or that nothing is known.</summary>
    public static (StaticReport? Report, Evidence? Unknown) Run(string response, KernelTask task, int? stage, FrontEnd frontEnd, CancellationToken cancellation)
    {
        var options = StaticOptions.None with { Stage = Stage.Numbered(stage) };
        var (isDone, report) = BigStack.Within(() => StaticAnalysis.Run("response", Encoding.UTF8.GetBytes(response), task, frontEnd, options), Limit, cancellation);
        return isDone ? (report, null) : (null, Evidence.Unknown(string.Create(CultureInfo.InvariantCulture, $"the response could not be read within {Limit.TotalSeconds:0} s")));
    }

    /// <summary>The techniques of a response, in the order of its text; nothing where it cannot be read, or not within the limit.</summary>
    public static ImmutableArray<Diagnostic> Techniques(string response, KernelTask task, FrontEnd frontEnd, CancellationToken cancellation)
    {
        var (isDone, found) = BigStack.Within(
            () => StaticAnalysis.Run("response", Encoding.UTF8.GetBytes(response), task, frontEnd).Tree is { } tree ? TechniqueSuite.Find(tree, task.EntryPoint) : [], Limit, cancellation);
        return isDone ? [.. found.Select(technique => technique.Diagnostic)] : [];
    }

    /// <summary>The C that is taken from a response; the response itself where that is not done within the limit.</summary>
    public static SourceText Submission(string response, KernelTask task, FrontEnd frontEnd, CancellationToken cancellation)
    {
        var bytes = Encoding.UTF8.GetBytes(response);
        var (isDone, source) = BigStack.Within(() => StaticAnalysis.Run("response", bytes, task, frontEnd).Source, Limit, cancellation);
        return isDone ? source! : SourceText.FromBytes("response", bytes);
    }
}
