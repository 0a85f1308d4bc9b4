using HpcVerify.Parser.Syntax;

namespace HpcVerify.Parser.Kernels;

public sealed partial class Lowering
{
    /// <summary>A full expression as a condition, made a comparison where it is none.</summary>
    private Value ConditionOf(Expression expression) => AsCondition(FullValueOf(expression));

    private static Value AsCondition(Value value) => value switch
    {
        Value.Unsupported or Value.And or Value.Or or Value.Unary { Operation: UnaryOperation.LogicalNot } => value,
        Value.Binary { Operation: >= Operation.Less and <= Operation.NotEqual } => value,
        _ when ArithmeticOf(value.Type) is { } arithmetic =>
            new Value.Binary(Operation.NotEqual, arithmetic, value, ZeroOf(value), value.Type, Int, value.Span),
        _ => value,
    };

    private static Value ZeroOf(Value like) => like.Type switch
    {
        CType.Floating => new Value.FloatingConstant(0, like.Type, like.Span),
        CType.Pointer => new Value.Convert(
            ConversionKind.NullPointer, new Value.IntegerConstant(0, Int, like.Span), like.Type, like.Span),
        _ => new Value.IntegerConstant(0, like.Type, like.Span),
    };

    /// <summary>
    /// <code>a &amp;&amp; f()      ⟶      int t0 = 0;   if (a != 0) { t1 = f();   t0 = t1 != 0; }   … t0 …</code>
    /// A right side without effects stays where it is.
    /// </summary>
    private Value ShortCircuitValue(Expression.Binary binary)
    {
        var isAnd = binary.Operator == BinaryOperator.LogicalAnd;
        var left = AsCondition(ValueOf(binary.Left));
        var (right, prelude) = Captured(() => AsCondition(ValueOf(binary.Right)));
        if (prelude.IsEmpty)
        {
            return isAnd ? new Value.And(left, right, Int, binary.Span) : new Value.Or(left, right, Int, binary.Span);
        }

        var result = NewTemporary(Int);
        Emit(new KernelStatement.Declare(result, [], Constant(isAnd ? 0 : 1, Int, binary), binary.Span));
        var taken = new KernelStatement.Block(
            [.. prelude, new KernelStatement.Assign(PlaceOf(result, binary.Span), right, binary.Span)], binary.Right.Span);
        var skipped = new KernelStatement.Block([], binary.Span);
        Emit(new KernelStatement.If(left, isAnd ? taken : skipped, isAnd ? skipped : taken, binary.Span));
        return LoadOf(result, binary.Span);
    }

    /// <summary>
    /// <code>c ? a : f()      ⟶      type t0;   if (c) { t0 = a; } else { t1 = f();   t0 = t1; }   … t0 …</code>
    /// Sides without effects stay a choice between values.
    /// </summary>
    private Value ConditionalValue(Expression.Conditional conditional)
    {
        if (conditional.Condition.Type is CType.Vector)
        {
            return UnsupportedValue(conditional, "choice by a vector");
        }

        var condition = AsCondition(ValueOf(conditional.Condition));
        var (whenTrue, before) = Captured(() => ValueOf(conditional.WhenTrue));
        var (whenFalse, after) = Captured(() => ValueOf(conditional.WhenFalse));
        var type = conditional.Type.Unqualified;
        if (before.IsEmpty && after.IsEmpty)
        {
            return new Value.Select(condition, whenTrue, whenFalse, type, conditional.Span);
        }

        var result = NewTemporary(type);
        Emit(new KernelStatement.Declare(result, [], null, conditional.Span));
        Emit(new KernelStatement.If(
            condition,
            new([.. before, new KernelStatement.Assign(PlaceOf(result, whenTrue.Span), whenTrue, whenTrue.Span)], whenTrue.Span),
            new([.. after, new KernelStatement.Assign(PlaceOf(result, whenFalse.Span), whenFalse, whenFalse.Span)], whenFalse.Span),
            conditional.Span));
        return LoadOf(result, conditional.Span);
    }

    /// <summary><code>c ? f() : g();      ⟶      if (c) f(); else g();</code></summary>
    private void LowerConditional(Expression.Conditional conditional)
    {
        var condition = AsCondition(ValueOf(conditional.Condition));
        Emit(new KernelStatement.If(
            condition,
            Captured(() => LowerForEffect(conditional.WhenTrue), conditional.WhenTrue.Span),
            Captured(() => LowerForEffect(conditional.WhenFalse), conditional.WhenFalse.Span),
            conditional.Span));
    }
}
