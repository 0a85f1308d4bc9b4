using System.Numerics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Parser.Kernels;

public sealed partial class Lowering
{
    private static readonly CType Int = new CType.Integer(IntegerKind.Int, 32, true, Qualifiers.None);

    /// <summary>The value of a full expression, if no order that C leaves open can change it.</summary>
    private Value FullValueOf(Expression expression) =>
        _scope.Sequencing.ConflictIn(expression) is { } conflict ? UnsupportedValue(expression, conflict) : ValueOf(expression);

    /// <summary>The value of an expression whose effects have been emitted when this returns.</summary>
    private Value ValueOf(Expression expression)
    {
        if (_depth >= MaximumDepth)
        {
            return UnsupportedValue(expression, $"nesting deeper than {MaximumDepth} levels");
        }

        _depth++;
        var value = ShallowValueOf(expression);
        _depth--;
        return value;
    }

    private Value ShallowValueOf(Expression expression) => expression switch
    {
        Expression.IntegerLiteral literal => new Value.IntegerConstant(literal.Value, literal.Type.Unqualified, literal.Span),
        Expression.FloatingLiteral { Type: CType.Floating { Kind: FloatingKind.LongDouble } } => UnsupportedValue(expression, "constant of type 'long double'"),
        Expression.FloatingLiteral literal => new Value.FloatingConstant(literal.Value, literal.Type.Unqualified, literal.Span),
        Expression.StringLiteral literal => new Value.StringConstant(literal.Value, literal.Type, literal.Span),
        Expression.SizeOf size => new Value.SizeOf(size.Bytes, size.Type.Unqualified, size.Span),
        Expression.Reference reference => ReferenceValue(reference),
        Expression.Unary unary => UnaryValue(unary),
        Expression.Binary binary => BinaryValue(binary),
        Expression.Assignment assignment => AssignmentValue(assignment),
        Expression.Conditional conditional => ConditionalValue(conditional),
        Expression.Call call => CallValue(call),
        Expression.Subscript subscript => SubscriptValue(subscript),
        Expression.Member or Expression.CompoundLiteral => LoadOf(PlaceOf(expression)),
        Expression.Cast cast => CastValue(cast),
        Expression.InitializerList list => AggregateValue(list),
        Expression.ImplicitZero zero => ZeroValue(zero),
        Expression.StatementExpression block => StatementExpressionValue(block),
        Expression.ImaginaryLiteral => UnsupportedValue(expression, "imaginary constant"),
        Expression.Unsupported unsupported => UnsupportedValue(unsupported, unsupported.Reason),
        _ => UnsupportedValue(expression, "expression"),
    };

    private Value ReferenceValue(Expression.Reference reference) => reference.Symbol.Kind switch
    {
        SymbolKind.Function => new Value.FunctionAddress(reference.Symbol, reference.Type, reference.Span),
        SymbolKind.EnumerationConstant =>
            new Value.IntegerConstant(reference.Symbol.ConstantValue, reference.Type.Unqualified, reference.Span),
        _ => LoadOf(PlaceOf(reference)),
    };

    /// <summary>Volatile and atomic objects change, or are seen to be read, behind the program's back.</summary>
    private static Value LoadOf(Place place) => place switch
    {
        Place.Unsupported unsupported => new Value.Unsupported(unsupported.Reason, unsupported.Type.Unqualified, unsupported.Span),
        { Type: CType.Array array } => new Value.Decay(place, new CType.Pointer(array.Element, Qualifiers.None), place.Span),
        { Type: CType.VariableArray array } => new Value.Decay(place, new CType.Pointer(array.Element, Qualifiers.None), place.Span),
        _ => new Value.Load(place, place.Type.Unqualified, place.Span),
    };

    private Value UnaryValue(Expression.Unary unary) => unary.Operator switch
    {
        UnaryOperator.Plus or UnaryOperator.Extension => ValueOf(unary.Operand),
        UnaryOperator.Minus => UnaryOf(UnaryOperation.Negate, unary),
        UnaryOperator.BitwiseNot => UnaryOf(UnaryOperation.BitwiseNot, unary),
        UnaryOperator.LogicalNot => UnaryOf(UnaryOperation.LogicalNot, unary),
        UnaryOperator.Dereference => LoadOf(PlaceOf(unary)),
        UnaryOperator.AddressOf => AddressValue(unary),
        _ => IncrementValue(unary),
    };

    private Value UnaryOf(UnaryOperation operation, Expression.Unary unary)
    {
        var operand = ValueOf(unary.Operand);
        if (operation == UnaryOperation.Negate && operand is Value.IntegerConstant { Type: CType.Integer { IsSigned: true } } constant)
        {
            return constant with { Number = -constant.Number, Span = unary.Span };
        }

        return ArithmeticOf(operand.Type) is { } arithmetic
            ? new Value.Unary(operation, arithmetic, operand, unary.Type.Unqualified, unary.Span)
            : UnsupportedValue(unary, $"arithmetic on type '{CTypePrinter.Print(operand.Type)}'");
    }

    /// <summary><code>&amp;*p, &amp;f      ⟶      p, f      (C17 6.5.3.2p3)</code></summary>
    private Value AddressValue(Expression.Unary unary) => unary.Operand switch
    {
        Expression.Unary { Operator: UnaryOperator.Dereference } inner => ValueOf(inner.Operand),
        Expression.Reference { Symbol: { Kind: SymbolKind.Function } symbol } => new Value.FunctionAddress(symbol, unary.Type, unary.Span),
        var operand => PlaceOf(operand) switch
        {
            Place.Unsupported place => new Value.Unsupported(place.Reason, unary.Type, unary.Span),
            var place => new Value.AddressOf(place, unary.Type.Unqualified, unary.Span),
        },
    };

    private Value BinaryValue(Expression.Binary binary) => binary.Operator switch
    {
        BinaryOperator.Comma => CommaValue(binary),
        BinaryOperator.LogicalAnd or BinaryOperator.LogicalOr => ShortCircuitValue(binary),
        _ => Combined(binary.Operator, ValueOf(binary.Left), ValueOf(binary.Right), binary),
    };

    private Value CommaValue(Expression.Binary binary)
    {
        LowerForEffect(binary.Left);
        return ValueOf(binary.Right);
    }

    private Value SubscriptValue(Expression.Subscript subscript)
    {
        if (subscript.Base.Type is not CType.Vector || IsPlace(subscript.Base))
        {
            return LoadOf(PlaceOf(subscript));
        }

        var vector = ValueOf(subscript.Base);
        return new Value.Lane(vector, ValueOf(subscript.Index), subscript.Type.Unqualified, subscript.Span);
    }

    private Value AggregateValue(Expression.InitializerList list) =>
        list is { Type: not (CType.Array or CType.Record or CType.Vector), Elements: [var only] }
            ? ValueOf(only)
            : new Value.Aggregate([.. list.Elements.Select(ValueOf)], list.Type.Unqualified, list.Span);

    private Value ZeroValue(Expression.ImplicitZero zero) => Scalar(zero.Type) switch
    {
        CType.Array or CType.Record or CType.Vector => new Value.Aggregate([], zero.Type.Unqualified, zero.Span),
        CType.Floating => new Value.FloatingConstant(0, zero.Type.Unqualified, zero.Span),
        CType.Pointer => new Value.Convert(ConversionKind.NullPointer, Constant(0, Int, zero), zero.Type.Unqualified, zero.Span),
        CType.Integer or CType.Boolean => Constant(0, zero.Type.Unqualified, zero),
        _ => UnsupportedValue(zero, $"initial value of type '{CTypePrinter.Print(zero.Type)}'"),
    };

    /// <summary><code>({ s; e; })      ⟶      s;   t0 = e;   … t0 …</code></summary>
    private Value StatementExpressionValue(Expression.StatementExpression block)
    {
        if (block.Body is not Statement.Compound { Statements: [.. var before, Statement.Evaluate last] })
        {
            LowerContents(block.Body);
            return UnsupportedValue(block, "value of a statement expression without one");
        }

        foreach (var statement in before)
        {
            LowerStatement(statement);
        }

        return Held(FullValueOf(last.Expression));
    }

    /// <summary>An expression for what it does alone.</summary>
    private void LowerForEffect(Expression expression)
    {
        switch (expression)
        {
            case Expression.Assignment assignment:
                LowerAssignment(assignment);
                break;
            case Expression.Unary unary when SyntaxParts.IsIncrement(unary.Operator):
                LowerIncrement(unary);
                break;
            case Expression.Call call:
                LowerCall(call);
                break;
            case Expression.Cast { Type: CType.Void } cast:
                LowerForEffect(cast.Operand);
                break;
            case Expression.Binary { Operator: BinaryOperator.Comma } comma:
                LowerForEffect(comma.Left);
                LowerForEffect(comma.Right);
                break;
            case Expression.StatementExpression block:
                LowerStatement(block.Body);
                break;
            case Expression.Conditional conditional when Sequencing.HasEffects(conditional):
                LowerConditional(conditional);
                break;
            default:
                EmitEvaluation(ValueOf(expression));
                break;
        }
    }

    private void EmitEvaluation(Value value)
    {
        switch (value)
        {
            case Value.Unsupported unsupported:
                Emit(new KernelStatement.Unsupported(unsupported.Reason, unsupported.Span));
                break;
            case not (Value.IntegerConstant or Value.FloatingConstant or Value.Load { Place: Place.Named { Variable.IsTemporary: true } }):
                Emit(new KernelStatement.Evaluate(value, value.Span));
                break;
        }
    }

    private static Value.IntegerConstant Constant(BigInteger number, CType type, Expression origin) =>
        new(number, type, origin.Span);
}
