using System.Collections.Immutable;
using HpcVerify.Detectors.Policy;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;
using HpcVerify.Rewards.Policy;

namespace HpcVerify.Rewards.Scoring;

/// <summary>
/// What is known of a submission before anything runs: the C taken from it, its tree, all findings, and the rung it
/// stands on if they already decide that.
/// </summary>
public sealed record StaticReport(
    SourceText Source, SyntaxTree? Tree, ImmutableArray<Diagnostic> Findings, Failure? Failure, ImmutableArray<StageTime> Elapsed)
{
    /// <summary>Why a part of the file has not been looked at, so that nothing may be paid for it; null when all of it has.</summary>
    public string? Unread => Tree is null ? null : UnreadCode.Reason(Tree, Findings);

    /// <summary>An instruction set that the kernel's intrinsics need and the processor lacks; null when it has them all.</summary>
    public string? MissingFeature(ImmutableHashSet<string> processorFlags) => Tree is null ? null : SyntaxWalk.Expressions(Tree)
        .OfType<Expression.Reference>()
        .Select(reference => reference.Symbol.InstructionSet)
        .FirstOrDefault(feature => feature.Length > 0 && !processorFlags.Contains(KernelName(feature)));

    /// <summary>Linux lists SSE3 under its code name, Prescott New Instructions.</summary>
    private static string KernelName(string feature) => feature == "sse3" ? "pni" : feature;
}
