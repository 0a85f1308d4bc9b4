using HpcVerify.Parser.Syntax;

namespace HpcVerify.Parser.Kernels;

/// <summary>Recognises loops that count; what it does not recognise is still a loop.</summary>
internal static class CountedLoops
{
    /// <summary>A variable's step by a value: <c>i = i + step</c> or <c>i = i - step</c>.</summary>
    private sealed record StepBy(KernelStatement.Assign Assign, Variable Index, Value Amount, bool IsDecreasing, bool IsInBody);

    /// <summary>The comparison of an index with a bound, the index on the left.</summary>
    private sealed record Test(Operation Comparison, Value Bound, bool IsConverted);

    public static CountedShape? ShapeOf(KernelStatement.Loop loop, CallEffects calls)
    {
        if (loop is not { IsTestFirst: true, Prelude: [], Condition: Value.Binary condition })
        {
            return null;
        }

        var changes = new LoopChanges(loop, calls);
        return (
            from step in Steps(loop)
            let test = TestOf(condition, step.Index)
            where test is not null && step.Index.IsUnshared && changes.CountOf(step.Index) == 1 && changes.Keeps(step.Amount)
            select new CountedShape(
                step.Index,
                LowerOf(loop, step.Index),
                test.Bound,
                test.Comparison,
                IsNegative(step.Amount) ? Negated(step.Amount) : step.Amount,
                step.IsDecreasing != IsNegative(step.Amount),
                changes.Keeps(test.Bound),
                step.IsInBody,
                test.IsConverted)).FirstOrDefault();
    }

    /// <summary>A step in the body counts only as its last statement, with no <c>continue</c> that could skip it.</summary>
    private static IEnumerable<StepBy> Steps(KernelStatement.Loop loop)
    {
        var last = loop.Body.Statements is [.., KernelStatement.Assign assign] && loop.Update.IsEmpty && !HasJump(loop.Body) ? assign : null;
        return loop.Update.OfType<KernelStatement.Assign>().Select(step => StepOf(step, false))
            .Append(last is null ? null : StepOf(last, true))
            .OfType<StepBy>();
    }

    private static bool HasJump(KernelStatement.Block body) =>
        KernelWalk.DescendantsAndSelf(body).Any(node => node is KernelStatement.Continue or KernelStatement.Goto or KernelStatement.Label);

    private static StepBy? StepOf(KernelStatement.Assign assign, bool isInBody)
    {
        if (assign.Target is not Place.Named { Variable: var index } || Widened(assign.Value, index) is not Value.Binary sum)
        {
            return null;
        }

        return sum.Operation switch
        {
            Operation.Add when IsLoadOf(sum.Left, index) => new(assign, index, sum.Right, false, isInBody),
            Operation.Add when IsLoadOf(sum.Right, index) => new(assign, index, sum.Left, false, isInBody),
            Operation.Subtract when IsLoadOf(sum.Left, index) => new(assign, index, sum.Right, true, isInBody),
            _ => null,
        };
    }

    /// <summary>The sum inside <c>i = (int)((long)i + step)</c>, which is the same number unless it overflows <c>int</c>.</summary>
    private static Value Widened(Value value, Variable index) =>
        value is Value.Convert { Kind: ConversionKind.Truncate, Operand: Value.Binary sum } convert && convert.Type.Equals(index.Type.Unqualified)
            ? sum
            : value;

    private static bool IsLoadOf(Value value, Variable index) => value switch
    {
        Value.Load { Place: Place.Named named } => named.Variable == index,
        Value.Convert { Kind: ConversionKind.SignExtend or ConversionKind.ZeroExtend } convert => IsLoadOf(convert.Operand, index),
        _ => false,
    };

    private static Test? TestOf(Value.Binary condition, Variable index)
    {
        if (condition.Operation is < Operation.Less or > Operation.NotEqual)
        {
            return null;
        }

        if (IsIndex(condition.Left, index))
        {
            return new(condition.Operation, condition.Right, IsConverted(condition.Left));
        }

        return IsIndex(condition.Right, index) ? new(Mirrored(condition.Operation), condition.Left, IsConverted(condition.Right)) : null;
    }

    private static bool IsIndex(Value value, Variable index) =>
        IsLoadOf(value, index) || (value is Value.Convert { Kind: ConversionKind.SameWidth } convert && IsIndex(convert.Operand, index));

    /// <summary>A negative index compared as an unsigned number is another number.</summary>
    private static bool IsConverted(Value value) =>
        value is Value.Convert { Kind: not ConversionKind.ZeroExtend } convert
        && (convert.Kind != ConversionKind.SignExtend || convert.Type is CType.Integer { IsSigned: false });

    private static Operation Mirrored(Operation comparison) => comparison switch
    {
        Operation.Less => Operation.Greater,
        Operation.LessOrEqual => Operation.GreaterOrEqual,
        Operation.Greater => Operation.Less,
        Operation.GreaterOrEqual => Operation.LessOrEqual,
        _ => comparison,
    };

    private static Value? LowerOf(KernelStatement.Loop loop, Variable index) =>
        loop.Initial.Select(statement => statement switch
        {
            KernelStatement.Declare declare when declare.Variable == index => declare.Initial,
            KernelStatement.Assign { Target: Place.Named named } assign when named.Variable == index => assign.Value,
            _ => null,
        }).LastOrDefault(value => value is not null);

    private static bool IsNegative(Value amount) => amount switch
    {
        Value.IntegerConstant constant => constant.Number.Sign < 0,
        Value.Unary { Operation: UnaryOperation.Negate, Operand: Value.IntegerConstant constant } => constant.Number.Sign > 0,
        _ => false,
    };

    private static Value Negated(Value amount) => amount switch
    {
        Value.IntegerConstant constant => constant with { Number = -constant.Number },
        Value.Unary unary => unary.Operand,
        _ => amount,
    };
}
