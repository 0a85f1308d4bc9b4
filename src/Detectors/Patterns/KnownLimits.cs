using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Patterns;

/// <summary>Upper limits of sums that hold at a place, and what they say of a condition there. Signed comparisons only: unsigned differences wrap.</summary>
internal sealed class KnownLimits(Algebra algebra)
{
    private readonly List<(Polynomial Sum, long Upper)> _limits = [];

    /// <summary>Takes in that a condition holds, or that it does not.</summary>
    public void Learn(Value condition, bool holds, int order)
    {
        switch (condition)
        {
            case Value.Convert { Kind: ConversionKind.ToBoolean } convert:
                Learn(convert.Operand, holds, order);
                break;
            case Value.Unary { Operation: UnaryOperation.LogicalNot } not:
                Learn(not.Operand, !holds, order);
                break;
            case Value.And both when holds:
                Learn(both.Left, true, order);
                Learn(both.Right, true, order);
                break;
            case Value.Or either when !holds:
                Learn(either.Left, false, order);
                Learn(either.Right, false, order);
                break;
            case Value.Binary comparison when IsUnderstood(comparison):
                Learn(algebra.Of(comparison.Left, order) - algebra.Of(comparison.Right, order), holds ? comparison.Operation : Negated(comparison.Operation));
                break;
        }
    }

    /// <summary>Takes in that a counter is at least where it began.</summary>
    public void LearnLower(int atom, Polynomial lower) => Learn(lower - Polynomial.Atom(atom), Operation.LessOrEqual);

    /// <summary>Whether a condition holds; null when the limits do not say.</summary>
    public bool? Answer(Value condition, int order) => condition switch
    {
        Value.Convert { Kind: ConversionKind.ToBoolean } convert => Answer(convert.Operand, order),
        Value.Unary { Operation: UnaryOperation.LogicalNot } not => !Answer(not.Operand, order),
        Value.And both => Answer(both.Left, order) is var left && left == false ? false
            : With(both.Left, true, order).Answer(both.Right, order) switch { false => false, true when left == true => true, _ => null },
        Value.Or either => Answer(either.Left, order) is var left && left == true ? true
            : With(either.Left, false, order).Answer(either.Right, order) switch { true => true, false when left == false => false, _ => null },
        Value.Binary comparison when ByType(comparison) is { } certain => certain,
        Value.Binary comparison when IsUnderstood(comparison) && !IsConfiguration(comparison, order) =>
            Answer(algebra.Of(comparison.Left, order) - algebra.Of(comparison.Right, order), comparison.Operation),
        _ => null,
    };

    /// <summary>The right side of <c>&amp;&amp;</c> and <c>||</c> is only asked where the left one has not decided.</summary>
    private KnownLimits With(Value condition, bool holds, int order)
    {
        var more = new KnownLimits(algebra);
        more._limits.AddRange(_limits);
        more.Learn(condition, holds, order);
        return more;
    }

    /// <summary>A type's own range: no unsigned number is below zero, and no byte is 256.</summary>
    private static bool? ByType(Value.Binary comparison)
    {
        if (comparison.OperandType is not CType.Integer || ConstantNumber.Of(comparison.Right) is not { } number || Unwidened(comparison.Left).Type is not CType.Integer type || ConstantNumber.Of(comparison.Left) is not null)
        {
            return null;
        }

        var range = IntegerRange.Of(type)!;
        return comparison.Operation switch
        {
            Operation.Less when number <= range.Least => false,
            Operation.GreaterOrEqual when number <= range.Least => true,
            Operation.Greater when number >= range.Greatest => false,
            Operation.LessOrEqual when number >= range.Greatest => true,
            Operation.Equal when number < range.Least || number > range.Greatest => false,
            Operation.NotEqual when number < range.Least || number > range.Greatest => true,
            _ => null,
        };
    }

    private static Value Unwidened(Value value) => value switch
    {
        Value.Convert { Kind: ConversionKind.ZeroExtend } convert => Unwidened(convert.Operand),
        Value.Convert { Kind: ConversionKind.SignExtend, Type: CType.Integer { IsSigned: true } } convert => Unwidened(convert.Operand),
        _ => value,
    };

    /// <summary>A conversion to fewer bits makes another number of what does not fit, which may be what is asked.</summary>
    private bool IsUnderstood(Value.Binary comparison) =>
        comparison is { Operation: >= Operation.Less and <= Operation.NotEqual, Arithmetic: Arithmetic.Signed, OperandType: CType.Integer }
        && !KernelWalk.DescendantsAndSelf(algebra.Resolved(comparison)).Any(node => node is Value.Convert { Kind: ConversionKind.Truncate or ConversionKind.SameWidth or ConversionKind.FloatingToInteger });

    /// <summary>Two constants that have names are compared on purpose.</summary>
    private bool IsConfiguration(Value.Binary comparison, int order) =>
        algebra.Of(comparison.Left, order).Constant is not null && algebra.Of(comparison.Right, order).Constant is not null;

    private void Learn(Polynomial difference, Operation relation)
    {
        var (sum, constant) = (difference - Polynomial.Number(difference.ConstantTerm), difference.ConstantTerm);
        if (relation is Operation.Less or Operation.LessOrEqual or Operation.Equal)
        {
            _limits.Add((sum, (relation == Operation.Less ? -1 : 0) - constant));
        }

        if (relation is Operation.Greater or Operation.GreaterOrEqual or Operation.Equal)
        {
            _limits.Add((Polynomial.Zero - sum, (relation == Operation.Greater ? -1 : 0) + constant));
        }
    }

    private bool? Answer(Polynomial difference, Operation relation)
    {
        var (sum, constant) = (difference - Polynomial.Number(difference.ConstantTerm), difference.ConstantTerm);
        var highest = UpperOf(sum) + constant;
        var lowest = -UpperOf(Polynomial.Zero - sum) + constant;
        return relation switch
        {
            Operation.Less => highest < 0 ? true : lowest >= 0 ? false : null,
            Operation.LessOrEqual => highest <= 0 ? true : lowest > 0 ? false : null,
            Operation.Greater => lowest > 0 ? true : highest <= 0 ? false : null,
            Operation.GreaterOrEqual => lowest >= 0 ? true : highest < 0 ? false : null,
            Operation.Equal => highest < 0 || lowest > 0 ? false : highest == 0 && lowest == 0 ? true : null,
            _ => highest < 0 || lowest > 0 ? true : highest == 0 && lowest == 0 ? false : null,
        };
    }

    private long? UpperOf(Polynomial sum) =>
        sum.IsZero ? 0 : _limits.Where(limit => limit.Sum.Equals(sum)).Select(limit => (long?)limit.Upper).Min();

    private static Operation Negated(Operation relation) => relation switch
    {
        Operation.Less => Operation.GreaterOrEqual,
        Operation.LessOrEqual => Operation.Greater,
        Operation.Greater => Operation.LessOrEqual,
        Operation.GreaterOrEqual => Operation.Less,
        Operation.Equal => Operation.NotEqual,
        _ => Operation.Equal,
    };
}
