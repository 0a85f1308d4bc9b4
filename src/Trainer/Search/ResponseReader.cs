using System.Collections.Immutable;
using System.Text;
using HpcVerify.Detectors.Techniques;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Native;
using HpcVerify.Rewards.Scoring;

namespace HpcVerify.Trainer.Search;

/// <summary>Takes the C from responses, and recognises its techniques.</summary>
public sealed class ResponseReader(KernelTask task, FrontEnd frontEnd)
{
    /// <summary>A thousand times what an ordinary kernel needs.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>The C, and the names of its techniques in alphabetical order; empty where there is none, or it cannot be read within the limit.</summary>
    public (string Code, ImmutableArray<string> Techniques) Read(string response)
    {
        var (isDone, read) = BigStack.Within(() => Found(response), Limit, CancellationToken.None);
        return isDone ? read : ("", []);
    }

    private (string Code, ImmutableArray<string> Techniques) Found(string response) =>
        StaticAnalysis.Run("response", Encoding.UTF8.GetBytes(response), task, frontEnd) is { Tree: { } tree } report
            ? (report.Source.ToString().Trim() + "\n", [.. TechniqueSuite.Find(tree, task.EntryPoint).Select(found => found.Technique).Distinct().Order(StringComparer.Ordinal)])
            : ("", []);
}
