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

/// <summary>Static analysis of a response within <see cref="BigStack.ReadingLimit"/>.</summary>
public static class TimedAnalysis
{
    /// <summary>What is made of the report, on the thread that read it.</summary>
    /// <exception cref="OperationCanceledException">It was not waited for to the end.</exception>
    public static (bool IsDone, T? Result) Read<T>(string response, KernelTask task, StaticOptions options, FrontEnd frontEnd, Func<StaticReport, T> use, CancellationToken cancellation) =>
        BigStack.Within(() => use(StaticAnalysis.Run(SourceText.ResponsePath, Encoding.UTF8.GetBytes(response), task, frontEnd, options)), BigStack.ReadingLimit, cancellation);

    /// <summary>The techniques of a response, in the order of its text; nothing where it cannot be read, or not within the limit.</summary>
    internal static ImmutableArray<Diagnostic> Techniques(string response, KernelTask task, FrontEnd frontEnd, CancellationToken cancellation) =>
        Read(response, task, StaticOptions.None, frontEnd, report => report.Tree is { } tree ? TechniqueSuite.Find(tree, task.EntryPoint) : [], cancellation) is (true, var found)
            ? [.. found.Select(technique => technique.Diagnostic)]
            : [];

    /// <summary>The C that is taken from a response; the response itself where that is not done within the limit.</summary>
    internal static SourceText Submission(string response, KernelTask task, FrontEnd frontEnd, CancellationToken cancellation) =>
        Read(response, task, StaticOptions.None, frontEnd, report => report.Source, cancellation).Result ?? SourceText.OfResponse(response);

    /// <summary>The report, or that nothing is known.</summary>
    internal static (StaticReport? Report, Evidence? Unknown) Run(string response, KernelTask task, int? stage, FrontEnd frontEnd, CancellationToken cancellation)
    {
        var (isDone, report) = Read(response, task, StaticOptions.None with { Stage = Stage.Numbered(stage) }, frontEnd, read => read, cancellation);
        return isDone ? (report, null) : (null, Evidence.Unknown(string.Create(CultureInfo.InvariantCulture, $"the response could not be read within {BigStack.ReadingLimit.TotalSeconds:0} s")));
    }
}
