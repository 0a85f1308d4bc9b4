using System.Collections.Immutable;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Parser.Kernels;

/// <summary>
/// Finds full expressions whose meaning depends on an order that C leaves open (C17 6.5p2, and calls as in 6.5.2.2p10).
/// Every other expression may be computed from left to right.
/// </summary>
internal sealed class Sequencing(CallEffects calls, IReadOnlySet<Symbol> addressTaken)
{
    /// <summary>What an expression reads and changes; memory stands for all that a pointer may reach.</summary>
    private sealed record Effects(
        ImmutableHashSet<Symbol> Reads, ImmutableHashSet<Symbol> Writes, bool ReadsMemory, bool StoresMemory, CallEffect Calls)
    {
        public static readonly Effects None = new([], [], false, false, CallEffect.None);

        public bool WritesMemory => StoresMemory || Calls == CallEffect.Writes;

        public Effects With(Effects other) => new(
            Reads.Union(other.Reads),
            Writes.Union(other.Writes),
            ReadsMemory || other.ReadsMemory,
            StoresMemory || other.StoresMemory,
            Calls > other.Calls ? Calls : other.Calls);
    }

    private string? _conflict;

    public static bool HasEffects(object node) => SyntaxWalk.DescendantsAndSelf(node).Any(part => part switch
    {
        Expression.Assignment or Expression.Call or Expression.StatementExpression => true,
        Expression.Unary unary => SyntaxParts.IsIncrement(unary.Operator),
        _ => false,
    });

    /// <summary>What is read or changed in an unspecified order; null when every order means the same.</summary>
    public string? ConflictIn(Expression full)
    {
        _conflict = null;
        if (HasEffects(full))
        {
            EffectsOf(full);
        }

        return _conflict;
    }

    private Effects EffectsOf(Expression expression) => expression switch
    {
        Expression.Reference reference => ReadOf(reference),
        Expression.Unary { Operator: UnaryOperator.AddressOf } unary => AddressEffects(unary.Operand),
        Expression.Unary unary when SyntaxParts.IsIncrement(unary.Operator) =>
            EffectsOf(unary.Operand).With(WriteOf(unary.Operand)),
        Expression.Unary { Operator: UnaryOperator.Dereference } unary => EffectsOf(unary.Operand).With(MemoryRead(unary)),
        Expression.Assignment assignment => EffectsOfAssignment(assignment),
        Expression.Binary { Operator: BinaryOperator.LogicalAnd or BinaryOperator.LogicalOr or BinaryOperator.Comma } binary =>
            EffectsOf(binary.Left).With(EffectsOf(binary.Right)),
        Expression.Conditional conditional => EffectsOf(conditional.Condition)
            .With(EffectsOf(conditional.WhenTrue)).With(EffectsOf(conditional.WhenFalse)),
        Expression.Call call => EffectsOfCall(call),
        Expression.Cast { Operand.Type: CType.Array or CType.VariableArray } cast => AddressEffects(cast.Operand),
        Expression.Subscript subscript => Unsequenced(subscript.Base, subscript.Index).With(MemoryRead(subscript)),
        Expression.Member member => (member.IsArrow ? EffectsOf(member.Base) : AddressEffects(member.Base)).With(MemoryRead(member)),
        Expression.StatementExpression block => EffectsOfBlock(block.Body),
        _ => Unsequenced([.. SyntaxWalk.ChildrenOf(expression).OfType<Expression>()]),
    };

    /// <summary>
    /// The store comes after both operands' values, and so after the calls in them, but not after their other side
    /// effects: <c>i = i++</c> is undefined.
    /// A chain <c>a[i] = b[j] = 0</c> is left to a promise that the places differ.
    /// </summary>
    private Effects EffectsOfAssignment(Expression.Assignment assignment)
    {
        var target = assignment.Operator is null ? AddressEffects(assignment.Target) : EffectsOf(assignment.Target);
        var value = EffectsOf(assignment.Value);
        Check(target, value);
        var store = WriteOf(assignment.Target);
        var isChain = SyntaxParts.Unconverted(assignment.Value) is Expression.Assignment;
        var before = target.With(value);
        Check(isChain && assignment.Target is not Expression.Reference ? Effects.None : store, before with { Reads = [], ReadsMemory = false, Calls = CallEffect.None });
        return before.With(store);
    }

    private Effects EffectsOfCall(Expression.Call call)
    {
        var arguments = Unsequenced([.. call.Arguments]);
        var callee = call.Target is null ? EffectsOf(call.Callee) : Effects.None;
        var effect = calls.Of(call.Target);
        return arguments.With(callee).With(Effects.None with
        {
            ReadsMemory = effect is CallEffect.Reads or CallEffect.Writes,
            Calls = effect,
        });
    }

    private Effects EffectsOfBlock(Statement body) =>
        SyntaxWalk.DescendantsAndSelf(body).OfType<Expression>().Aggregate(Effects.None, (effects, part) => part switch
        {
            Expression.Reference reference => effects.With(ReadOf(reference)),
            Expression.Assignment assignment => effects.With(WriteOf(assignment.Target)),
            Expression.Unary unary when SyntaxParts.IsIncrement(unary.Operator) => effects.With(WriteOf(unary.Operand)),
            Expression.Unary or Expression.Subscript or Expression.Member => effects.With(MemoryRead(part)),
            Expression.Call call => effects.With(Effects.None with
            {
                ReadsMemory = calls.Of(call.Target) is CallEffect.Reads or CallEffect.Writes,
                Calls = calls.Of(call.Target),
            }),
            _ => effects,
        });

    private Effects Unsequenced(params ReadOnlySpan<Expression> operands)
    {
        var all = Effects.None;
        foreach (var operand in operands)
        {
            var own = EffectsOf(operand);
            Check(all, own);
            all = all.With(own);
        }

        return all;
    }

    /// <summary>What finding a place reads, as opposed to reading the place.</summary>
    private Effects AddressEffects(Expression place) => place switch
    {
        Expression.Reference => Effects.None,
        Expression.Unary { Operator: UnaryOperator.Dereference } unary => EffectsOf(unary.Operand),
        Expression.Subscript subscript => Unsequenced(subscript.Base, subscript.Index),
        Expression.Member { IsArrow: true } member => EffectsOf(member.Base),
        Expression.Member member => AddressEffects(member.Base),
        _ => EffectsOf(place),
    };

    private Effects ReadOf(Expression.Reference reference) => reference.Symbol.Kind is SymbolKind.Function or SymbolKind.EnumerationConstant
        ? Effects.None
        : Effects.None with { Reads = [reference.Symbol], ReadsMemory = IsExposed(reference.Symbol) };

    private Effects WriteOf(Expression target) => SyntaxParts.RootOf(target) is { } symbol
        ? Effects.None with { Writes = [symbol], StoresMemory = IsExposed(symbol) }
        : Effects.None with { StoresMemory = true };

    private Effects MemoryRead(Expression place) => place.Type is CType.Array or CType.VariableArray or CType.Function
        ? Effects.None
        : SyntaxParts.RootOf(place) is { } symbol
            ? Effects.None with { Reads = [symbol], ReadsMemory = IsExposed(symbol) }
            : Effects.None with { ReadsMemory = true };

    private bool IsExposed(Symbol symbol) => !symbol.Type.IsConst
        && (symbol.Storage != StorageKind.Automatic || symbol.Type is CType.Array or CType.VariableArray || addressTaken.Contains(symbol));

    private void Check(Effects left, Effects right)
    {
        var isMemory = (left.WritesMemory && (right.ReadsMemory || right.WritesMemory)) || (right.WritesMemory && left.ReadsMemory)
            || (left.Calls >= CallEffect.State && right.Calls >= CallEffect.State);
        var shared = left.Writes.Intersect(right.Writes.Union(right.Reads)).Union(right.Writes.Intersect(left.Reads));
        _conflict ??= shared.IsEmpty
            ? isMemory ? "unspecified order of changes to memory" : null
            : $"unspecified order of changes to '{shared.Min(symbol => symbol.Name)}'";
    }
}
