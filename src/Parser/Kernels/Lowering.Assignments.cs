using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Kernels;

public sealed partial class Lowering
{
    /// <summary><code>target = f(x);      ⟶      target = f(x);      a[i] = f(x);      ⟶      t0 = f(x);   a[i] = t0;</code></summary>
    private void LowerAssignment(Expression.Assignment assignment)
    {
        if (assignment.Operator is { } binary)
        {
            LowerCompound(assignment, binary);
            return;
        }

        if (assignment is { Target: Expression.Reference reference, Value: Expression.Call call } && CanReceive(reference, call))
        {
            EmitCall(call, _scope.VariableOf(reference.Symbol));
            return;
        }

        var target = PlaceOf(assignment.Target);
        Store(target, Converted(ValueOf(assignment.Value), assignment.Target.Type, assignment), assignment);
        PromiseDistinct(target, assignment);
    }

    private bool CanReceive(Expression.Reference target, Expression.Call call) =>
        IsPlace(target) && target.Type.Qualifiers == Qualifiers.None && target.Type.Equals(call.Type.Unqualified) && IsStatementCall(call);

    private void Store(Place target, Value value, Expression origin) => Store(target, value, origin.Span);

    private void Store(Place target, Value value, TextSpan span)
    {
        if (target is Place.Unsupported place)
        {
            EmitEvaluation(value);
            Emit(new KernelStatement.Unsupported(place.Reason, place.Span));
            return;
        }

        Emit(new KernelStatement.Assign(target, value, span));
    }

    /// <summary>
    /// <code>c op= x      ⟶      c = (char)((int)c op x)</code>
    /// The operation's own type is explicit on both sides of it (C17 6.5.16.2p3).
    /// </summary>
    private Place LowerCompound(Expression.Assignment assignment, BinaryOperator binary)
    {
        var target = PlaceOf(assignment.Target);
        var value = ValueOf(assignment.Value);
        var isShift = binary is BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight;
        var left = Converted(LoadOf(target), assignment.OperationType, assignment);
        var right = isShift || assignment.OperationType is CType.Pointer ? value : Converted(value, assignment.OperationType, assignment);
        var result = Combined(binary, left, right, assignment);
        Store(target, Converted(result, assignment.Target.Type, assignment), assignment);
        return target;
    }

    /// <summary><code>x = (a = b)      ⟶      t0 = b;   a = t0;   x = t0;</code></summary>
    private Value AssignmentValue(Expression.Assignment assignment)
    {
        if (assignment.Operator is { } binary)
        {
            return Held(LoadOf(LowerCompound(assignment, binary)));
        }

        var target = PlaceOf(assignment.Target);
        var value = Converted(ValueOf(assignment.Value), assignment.Target.Type, assignment);
        var held = value is Value.IntegerConstant or Value.FloatingConstant ? value : Held(value);
        Store(target, held, assignment);
        PromiseDistinct(target, assignment);
        return held;
    }

    /// <summary><code>i++;      ⟶      i = i + 1;</code></summary>
    private Place LowerIncrement(Expression.Unary unary)
    {
        var place = PlaceOf(unary.Operand);
        Step(place, LoadOf(place), unary);
        return place;
    }

    /// <summary><code>… i++ …      ⟶      t0 = i;   i = t0 + 1;   … t0 …             … ++i …      ⟶      i = i + 1;   t0 = i;   … t0 …</code></summary>
    private Value.Load IncrementValue(Expression.Unary unary)
    {
        if (unary.Operator is UnaryOperator.PreIncrement or UnaryOperator.PreDecrement)
        {
            return Held(LoadOf(LowerIncrement(unary)));
        }

        var place = PlaceOf(unary.Operand);
        var before = Held(LoadOf(place));
        Step(place, before, unary);
        return before;
    }

    private void Step(Place place, Value before, Expression.Unary unary)
    {
        var binary = unary.Operator is UnaryOperator.PreIncrement or UnaryOperator.PostIncrement ? BinaryOperator.Add : BinaryOperator.Subtract;
        var operationType = before.Type switch
        {
            CType.Boolean or CType.Integer { WidthInBits: < 32 } => Int,
            CType.Enumeration enumeration => enumeration.Underlying,
            var type => type,
        };
        Value one = operationType is CType.Floating ? new Value.FloatingConstant(1, operationType, unary.Span)
            : Constant(1, operationType is CType.Pointer ? Int : operationType, unary);
        var result = Combined(binary, Converted(before, operationType, unary), one, unary);
        Store(place, Converted(result, before.Type, unary), unary);
    }

    /// <summary>The stores of <c>a[i] = b[j] = 0</c> come in either order: they must not meet.</summary>
    private void PromiseDistinct(Place target, Expression.Assignment assignment)
    {
        if (SyntaxParts.Unconverted(assignment.Value) is not Expression.Assignment inner || IsApart(target, inner))
        {
            return;
        }

        if (Sequencing.HasEffects(inner.Target) || Sequencing.HasEffects(assignment.Target))
        {
            EmitUnsupported(assignment.Span, "chained assignment to places with side effects");
            return;
        }

        var other = PlaceOf(inner.Target);
        Emit(new KernelStatement.Promised(
            new(PromiseKind.DistinctPlaces, "", [AddressOf(target), AddressOf(other)], assignment.Span), assignment.Span));
    }

    private static bool IsApart(Place target, Expression.Assignment inner) =>
        target is Place.Named { Variable.IsAddressTaken: false } named && SyntaxParts.RootOf(inner.Target) != named.Variable.Symbol;

    private static Value.AddressOf AddressOf(Place place) =>
        new(place, new CType.Pointer(place.Type, Qualifiers.None), place.Span);
}
