using HpcVerify.Detectors;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;

namespace NoGoto;

/// <summary>A detector of somebody else: the whole of it. <c>hpcverify check --detectors NoGoto.dll FILE</c> runs it with the others.</summary>
public sealed class GotoStatement : Detector
{
    private static readonly Rule Found = new(
        "NG0001", Severity.Warning, "Jump", "'goto {0}' is not how we write kernels",
        "A loop with a condition says where it ends.");

    public override IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context) =>
        from jump in tree.All<Statement.Goto>()
        select Found.At(jump.Span, jump.Target);
}
