using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Detectors.Patterns;

/// <summary>Branches that can go one way only, and code that control does not get to.</summary>
public sealed class DecidedBranch : PatternDetector
{
    private static readonly Rule Decided = new(
        "HV5103", Severity.Warning, "Branch that always goes the same way", "this condition {0}; remove the branch, or correct what it compares",
        "A condition follows from those around it, from the limits of its loop or from the types it compares: `if (i < n)` inside of `for (…; i < n; …)`, `x < 0` of an unsigned `x`, `a < b && a > b`. The code on the other "
        + "side never runs, and often holds the case that was meant. Constant conditions, by which code is switched off, are not looked at.");

    private static readonly Rule Unreachable = new(
        "HV5105", Severity.Warning, "Code that is never reached", "control never gets to this statement, because of the '{0}' before it; delete it, or the jump",
        "A statement follows a `return`, `break`, `continue` or `goto` in the same block, and no label stands before it.");

    public override IEnumerable<Diagnostic> Find(InspectedKernel kernel) => Branches(kernel).Concat(Statements(kernel));

    /// <summary>A function that is called twice is decided only if it is in both calls.</summary>
    private static IEnumerable<Diagnostic> Branches(InspectedKernel kernel) =>
        from branch in kernel.Nest.Statements
        where branch.Statement is KernelStatement.If
        let condition = ((KernelStatement.If)branch.Statement).Condition
        group Answer(kernel, branch, condition) by condition.Span into answers
        where answers.Key.Length > 0 && answers.First() is not null && answers.Distinct().Count() == 1
        select Decided.At(answers.Key, answers.First() == true ? "always holds here" : "never holds here");

    private static bool? Answer(InspectedKernel kernel, NestStatement branch, Value condition)
    {
        var known = new KnownLimits(kernel.Nest.Algebra);
        var function = FunctionAt(kernel, condition.Span);
        foreach (var outer in (branch.Conditions?.Chain ?? []).Where(outer => outer.Holds is not null && IsIn(function, outer.Value.Span) && IsSame(kernel, outer.Value, outer.At.Order, branch)))
        {
            known.Learn(outer.Value, outer.Holds!.Value, outer.At.Order);
        }

        foreach (var loop in (branch.Loop?.Chain ?? []).Where(loop => loop.Statement.IsTestFirst && loop.Statement.Condition is { } limit && IsIn(function, limit.Span) && IsSame(kernel, limit, loop.Order, branch)))
        {
            known.Learn(loop.Statement.Condition!, true, loop.Order);
            if (loop.Shape is { IsDecreasing: false, Stride: > 0, Lower: [var lower] } shape)
            {
                known.LearnLower(shape.Atom, lower);
            }
        }

        return known.Answer(condition, branch.Order);
    }

    private static KernelFunction? FunctionAt(InspectedKernel kernel, TextSpan span) => kernel.Nest.Reached.FirstOrDefault(function => IsIn(function, span));

    private static bool IsIn(KernelFunction? function, TextSpan span) => function is not null && function.Span.Start <= span.Start && span.End <= function.Span.End;

    /// <summary>Whether nothing in a condition changes on the way to a statement that it governs.</summary>
    private static bool IsSame(InspectedKernel kernel, Value condition, int order, NestStatement later) => KernelWalk.DescendantsAndSelf(kernel.Nest.Algebra.Resolved(condition)).All(node => node switch
    {
        Value.PureCall or Value.Unsupported or Place.Element or Place.Dereference or Place.Field => false,
        Place.Named { Variable: var variable } => variable.Storage == StorageKind.Automatic && !kernel.Nest.AddressTaken.Contains(variable) && !kernel.Nest.DefinitionsOf(variable).Any(definition =>
            definition.At.Order > order && (definition.At.Order < later.Order || (later.Loop?.Chain ?? []).Any(loop => loop.Order > order && loop.Contains(definition.At.Order)))),
        _ => true,
    });

    private static IEnumerable<Diagnostic> Statements(InspectedKernel kernel) =>
        from function in kernel.Nest.Reached
        from node in KernelWalk.DescendantsAndSelf(function.Body!)
        let statements = node switch { KernelStatement.Block block => block.Statements, SwitchCase choice => choice.Statements, _ => [] }
        from pair in statements.Zip(statements.Skip(1))
        let jump = Jump(pair.First)
        where jump is not null && pair.Second.Span.Start >= pair.First.Span.End && pair.Second is not (KernelStatement.Label or KernelStatement.Break or KernelStatement.Promised or KernelStatement.Block { Statements.IsEmpty: true })
        select Unreachable.At(pair.Second.Span, jump);

    private static string? Jump(KernelStatement statement) => statement switch
    {
        KernelStatement.Return => "return",
        KernelStatement.Break => "break",
        KernelStatement.Continue => "continue",
        KernelStatement.Goto => "goto",
        _ => null,
    };
}
