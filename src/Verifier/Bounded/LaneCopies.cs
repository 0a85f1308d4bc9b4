using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Bounded;

/// <summary>
/// Scalars of which the lanes of a <c>simd</c> loop have copies (OpenMP 5.2, 5.4 and 5.5). Runs here take iterations one after
/// another with one copy, which is what every number of lanes computes only as long as nobody looks at a part of the whole: a
/// reduction variable may only be accumulated into, a linear one may only grow by its step, and one without a clause not be assigned at all.
/// </summary>
internal static class LaneCopies
{
    /// <summary>The first use that shows how many lanes there are, and where; null where there is none.</summary>
    public static (string Construct, TextSpan Span)? Refused(Module module) =>
        module.Functions.Where(function => function.Body is not null).Select(function => In(function.Body!, [])).FirstOrDefault(found => found is not null);

    /// <param name="around">What clauses of the directives around say that are one with the next one.</param>
    private static (string Construct, TextSpan Span)? In(object node, ImmutableArray<DataSharing> around)
    {
        if (node is KernelStatement.Region { Construct: Construct.Simd } simd && Refused([.. around, .. simd.Sharing], simd) is { } refused)
        {
            return refused;
        }

        var inherited = node is KernelStatement.Region { Body.Statements: [KernelStatement.Region { Construct: Construct.Simd }] } region ? region.Sharing : [];
        var within = node is KernelStatement.Block ? around : inherited;
        return KernelWalk.ChildrenOf(node).Where(child => child is KernelStatement or SwitchCase).Select(child => In(child, within)).FirstOrDefault(found => found is not null);
    }

    private static (string Construct, TextSpan Span)? Refused(ImmutableArray<DataSharing> sharing, KernelStatement.Region simd)
    {
        // Counters of the loops that the directive is about are set outside of their bodies.
        var body = BodyOf(simd, ((Construct.Simd)simd.Construct).CollapseDepth);
        var own = KernelWalk.DescendantsAndSelf(body).OfType<KernelStatement.Declare>().Select(declare => declare.Variable).ToHashSet();
        foreach (var item in sharing)
        {
            if (item.Sharing is Sharing.Reduction reduction && FirstStray(body, item.Variable, reduction.Operator) is { } stray)
            {
                return ($"'{item.Variable.Name}', of which each lane of a simd loop has a part, used beside its reduction", stray);
            }

            if (item is { Sharing: Sharing.Linear linear, Origin: SharingOrigin.Explicit } && StrayStep(body, item.Variable, linear.Step) is { } step)
            {
                return ($"'{item.Variable.Name}', which is to grow by its linear step, assigned otherwise", step);
            }

            own.UnionWith(item.Sharing is Sharing.Shared ? [] : [item.Variable]);
        }

        return KernelWalk.DescendantsAndSelf(body).Select(node => AssignedBy(node) is { Storage: StorageKind.Automatic } variable && !own.Contains(variable) && !IsTemporary(variable)
            ? ($"'{variable.Name}', which the lanes of a simd loop share, assigned in it", ((KernelStatement)node).Span) : ((string, TextSpan)?)null).FirstOrDefault(found => found is not null);
    }

    /// <summary>What lowering makes for itself belongs to the expression that it is in.</summary>
    private static bool IsTemporary(Variable variable) => variable.Symbol is null && !variable.IsParameter;

    private static object BodyOf(KernelStatement.Region simd, int depth)
    {
        object body = simd.Body;
        for (var level = 0; level < Math.Max(1, depth); level++)
        {
            body = KernelWalk.DescendantsAndSelf(body).OfType<KernelStatement.Loop>().FirstOrDefault()?.Body ?? body;
        }

        return body;
    }

    private static Variable? AssignedBy(object node) => node switch
    {
        KernelStatement.Assign { Target: Place.Named named } => named.Variable,
        KernelStatement.Call call => call.Result,
        _ => null,
    };

    /// <summary>The first use of a reduction variable that is no accumulation into it.</summary>
    private static TextSpan? FirstStray(object node, Variable variable, string operation) => node switch
    {
        KernelStatement.Assign { Target: Place.Named named } assign when named.Variable == variable && IsAccumulation(assign.Value, variable, operation) => null,
        KernelStatement.Call { Target.Name: var name } call when call.Result == variable && IsAccumulation(name, call.Arguments, variable, operation) => null,
        KernelStatement.If branch when operation is "min" or "max" && IsComparison(branch.Condition, variable) && OnlyAssigns(branch, variable) => null,
        KernelStatement statement when AssignedBy(statement) == variable => statement.Span,
        KernelStatement statement => KernelWalk.ChildrenOf(statement).Select(child => child is KernelStatement or SwitchCase
            ? FirstStray(child, variable, operation)
            : KernelWalk.Mentions(child, variable) ? statement.Span : null).FirstOrDefault(found => found is not null),
        SwitchCase choice => choice.Statements.Select(statement => FirstStray(statement, variable, operation)).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static bool IsAccumulation(Value value, Variable variable, string operation) => value switch
    {
        Value.Convert convert => IsAccumulation(convert.Operand, variable, operation),
        Value.Binary binary when Is(binary.Operation, operation) =>
            (IsSoFar(binary.Left, variable, operation) && !KernelWalk.Mentions(binary.Right, variable))
            || (binary.Operation != Operation.Subtract && IsSoFar(binary.Right, variable, operation) && !KernelWalk.Mentions(binary.Left, variable)),
        Value.And both when operation is "&&" => both.Left.IsValueOf(variable) && !KernelWalk.Mentions(both.Right, variable),
        Value.Or either when operation is "||" => either.Left.IsValueOf(variable) && !KernelWalk.Mentions(either.Right, variable),
        Value.Select select when operation is "min" or "max" => IsComparison(select.Condition, variable) && IsOneOf(select.WhenTrue, select.WhenFalse, variable),
        Value.PureCall call => IsAccumulation(call.Target.Name, call.Arguments, variable, operation),
        _ => false,
    };

    private static bool IsAccumulation(string function, ImmutableArray<Value> arguments, Variable variable, string operation) => (function, arguments) switch
    {
        ("fma" or "fmaf" or "fmal", [var left, var right, var addend]) when operation is "+" or "-" =>
            addend.IsValueOf(variable) && !KernelWalk.Mentions(left, variable) && !KernelWalk.Mentions(right, variable),
        ("fmax" or "fmaxf" or "fmaxl", [var left, var right]) when operation is "max" => IsOneOf(left, right, variable),
        ("fmin" or "fminf" or "fminl", [var left, var right]) when operation is "min" => IsOneOf(left, right, variable),
        _ => false,
    };

    /// <summary>Whether one of two is the variable, and the other has nothing to do with it.</summary>
    private static bool IsOneOf(Value left, Value right, Variable variable) =>
        (left.IsValueOf(variable) && !KernelWalk.Mentions(right, variable)) || (right.IsValueOf(variable) && !KernelWalk.Mentions(left, variable));

    private static bool IsSoFar(Value value, Variable variable, string operation) => value.IsValueOf(variable) || IsAccumulation(value, variable, operation);

    private static bool Is(Operation made, string operation) => operation switch
    {
        "+" or "-" => made is Operation.Add or Operation.Subtract,
        "*" => made is Operation.Multiply,
        "&" => made is Operation.BitwiseAnd,
        "|" => made is Operation.BitwiseOr,
        "^" => made is Operation.BitwiseXor,
        _ => false,
    };

    /// <summary><code>if (x &gt; most) most = x;</code></summary>
    private static bool IsComparison(Value condition, Variable variable) =>
        condition is Value.Binary { Operation: Operation.Less or Operation.LessOrEqual or Operation.Greater or Operation.GreaterOrEqual } comparison
        && IsOneOf(comparison.Left, comparison.Right, variable);

    private static bool OnlyAssigns(KernelStatement.If branch, Variable variable) =>
        branch.Else.Statements.IsEmpty && branch.Then.Statements is [KernelStatement.Assign { Target: Place.Named named } assign]
        && named.Variable == variable && !KernelWalk.Mentions(assign.Value, variable);

    /// <summary>An assignment to a linear variable that is not one by its step, or is made for some iterations only, or more than once.</summary>
    private static TextSpan? StrayStep(object body, Variable variable, Value step)
    {
        var assignments = KernelWalk.DescendantsAndSelf(body).Where(node => AssignedBy(node) == variable).Cast<KernelStatement>().ToList();
        var isOwn = assignments is [] || (assignments is [KernelStatement.Assign { Value: Value.Binary { Operation: Operation.Add } sum } only]
            && sum.Left.IsValueOf(variable) && SameNumber(sum.Right, step) && ((KernelStatement.Block)body).Statements.Contains(only));
        return isOwn ? null : assignments[0].Span;
    }

    private static bool SameNumber(Value left, Value right) => (left.Unconverted(), right.Unconverted()) is (Value.IntegerConstant one, Value.IntegerConstant other) && one.Number == other.Number;
}
