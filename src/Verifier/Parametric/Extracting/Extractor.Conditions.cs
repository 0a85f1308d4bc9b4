using HpcVerify.Parser.Kernels;

namespace HpcVerify.Verifier.Parametric.Extracting;

internal sealed partial class Extractor
{
    private static readonly Formula NotUnderstood = new Formula.Unknown("depends on contents, or is not understood");

    /// <summary>When a value is not zero.</summary>
    private static Formula Truth(Symbolic value) => value switch
    {
        Symbolic.Number number => Formula.Of(number.Value, Relation.NonZero),
        Symbolic.Choice choice => Formula.Or(
            Formula.And(choice.Condition, Truth(choice.WhenTrue)), Formula.And(choice.Condition.Negated(), Truth(choice.WhenFalse))),
        Symbolic.Address { Object.Kind: not DataObjectKind.Unknown } => Formula.True,
        Symbolic.PowerOfTwo => Formula.True,
        Symbolic.LowBits { Width: > 0 } bits => Formula.AtLeast(bits.Count, IntegerPolynomial.One),
        _ => NotUnderstood,
    };

    private static Formula Compared(Operation operation, Symbolic left, Symbolic right) => (left, right) switch
    {
        (Symbolic.Choice choice, _) => ComparedChoice(operation, choice, right),
        (_, Symbolic.Choice choice) => ComparedChoice(Mirrored(operation), choice, left),
        (Symbolic.Number a, Symbolic.Number b) => Compared(operation, a.Value, b.Value),
        (Symbolic.LowBits or Symbolic.PowerOfTwo, Symbolic.Number { Value.Constant.IsZero: true }) when operation is Operation.Equal or Operation.NotEqual =>
            operation == Operation.Equal ? Truth(left).Negated() : Truth(left),
        (Symbolic.Address a, Symbolic.Address b) when a.Object == b.Object && a.Object.Kind != DataObjectKind.Unknown => Compared(operation, a.Offset, b.Offset),
        (Symbolic.Address { Object.Kind: not DataObjectKind.Unknown and not DataObjectKind.Parameter }, Symbolic.Number { Value.Constant.IsZero: true }) =>
            operation == Operation.Equal ? Formula.False : operation == Operation.NotEqual ? Formula.True : NotUnderstood,
        _ => NotUnderstood,
    };

    private static Formula Compared(Operation operation, IntegerPolynomial left, IntegerPolynomial right) => operation switch
    {
        Operation.Less => Formula.Less(left, right),
        Operation.LessOrEqual => Formula.AtLeast(right, left),
        Operation.Greater => Formula.Less(right, left),
        Operation.GreaterOrEqual => Formula.AtLeast(left, right),
        Operation.Equal => Formula.Equal(left, right),
        _ => Formula.Of(left - right, Relation.NonZero),
    };

    /// <summary><c>min(a, b) > x</c> is <c>a > x and b > x</c>; other choices are looked at case by case.</summary>
    private static Formula ComparedChoice(Operation operation, Symbolic.Choice choice, Symbolic other)
    {
        var (whenTrue, whenFalse) = (Compared(operation, choice.WhenTrue, other), Compared(operation, choice.WhenFalse, other));
        var isAbove = operation is Operation.Greater or Operation.GreaterOrEqual;
        if (operation is not (Operation.Equal or Operation.NotEqual) && Extreme(choice) is { } isMinimum)
        {
            return isMinimum == isAbove ? Formula.And(whenTrue, whenFalse) : Formula.Or(whenTrue, whenFalse);
        }

        return Formula.Or(Formula.And(choice.Condition, whenTrue), Formula.And(choice.Condition.Negated(), whenFalse));
    }

    private static Operation Mirrored(Operation comparison) => comparison switch
    {
        Operation.Less => Operation.Greater,
        Operation.LessOrEqual => Operation.GreaterOrEqual,
        Operation.Greater => Operation.Less,
        Operation.GreaterOrEqual => Operation.LessOrEqual,
        _ => comparison,
    };
}
