using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using HpcVerify.Detectors.Techniques;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Rewards.Scoring;

namespace HpcVerify.Rewards.Service;

/// <summary>Static analysis of a response within a limit: libclang cannot be stopped, so that a call that takes too long is left behind on its thread.</summary>
internal static class TimedAnalysis
{
    /// <summary>A thousand times what an ordinary kernel needs.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>The report, or why there is none.</summary>
    public static (StaticReport? Report, string Late) Run(string response, KernelTask task, int? stage, FrontEnd frontEnd, CancellationToken cancellation)
    {
        var options = StaticOptions.None with { Stage = Stage.All.SingleOrDefault(known => known.Number == stage) };
        var (isDone, report) = Within(() => StaticAnalysis.Run("response", Encoding.UTF8.GetBytes(response), task, frontEnd, options), cancellation);
        return isDone ? (report, "") : (null, string.Create(CultureInfo.InvariantCulture, $"the response could not be read within {Limit.TotalSeconds:0} s"));
    }

    /// <summary>The techniques of a response, in the order of its text; nothing where it cannot be read, or not within the limit.</summary>
    public static ImmutableArray<Diagnostic> Techniques(string response, KernelTask task, FrontEnd frontEnd, CancellationToken cancellation)
    {
        var (isDone, found) = Within(
            () => StaticAnalysis.Run("response", Encoding.UTF8.GetBytes(response), task, frontEnd).Tree is { } tree ? TechniqueSuite.Find(tree, task.EntryPoint) : [], cancellation);
        return isDone ? [.. found.Select(technique => technique.Diagnostic)] : [];
    }

    private static (bool IsDone, T? Result) Within<T>(Func<T> read, CancellationToken cancellation)
    {
        var reading = Task.Factory.StartNew(read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return Task.WaitAny([reading], (int)Limit.TotalMilliseconds, cancellation) == 0 ? (true, reading.GetAwaiter().GetResult()) : (false, default);
    }
}
