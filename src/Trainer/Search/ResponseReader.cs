using System.Collections.Immutable;
using HpcVerify.Detectors.Techniques;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Rewards.Service;

namespace HpcVerify.Trainer.Search;

/// <summary>Takes the C from responses, and recognises its techniques.</summary>
public sealed class ResponseReader(KernelTask task, FrontEnd frontEnd)
{
    /// <summary>The C, and the names of its techniques in alphabetical order; empty where there is none, or it cannot be read within the limit.</summary>
    public (string Code, ImmutableArray<string> Techniques) Read(string response) =>
        TimedAnalysis.Read(response, task, StaticOptions.None, frontEnd, Found, CancellationToken.None) is (true, var read) ? read : ("", []);

    private (string Code, ImmutableArray<string> Techniques) Found(StaticReport report) =>
        report.Tree is { } tree ? (report.Source.ToString().Trim() + "\n", TechniqueSuite.Names(tree, task.EntryPoint)) : ("", []);
}
