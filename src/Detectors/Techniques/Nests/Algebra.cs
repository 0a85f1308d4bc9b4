using System.Collections.Immutable;
using System.Numerics;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Techniques.Nests;

/// <summary>
/// Integers and addresses of a kernel as polynomials. Temporaries are looked through; a variable that its loop changes
/// stands for its value when the turn began, so that <c>*x++ … *x++</c> are <c>x</c> and <c>x + 1</c>.
/// </summary>
public sealed class Algebra(KernelNest nest)
{
    /// <summary>Deeper chains of temporaries than kernels have stay unresolved.</summary>
    private const int DeepestResolution = 40;
    private const int MostAlternatives = 8;

    /// <summary>A temporary that stands for more is not looked through, because chains of them would double at each.</summary>
    private const int LargestValue = 200;
    private readonly Dictionary<Variable, Value?> _resolved = [];
    private readonly Dictionary<Variable, Polynomial> _sums = [];
    private readonly Dictionary<Variable, ImmutableArray<Polynomial>> _alternatives = [];
    private readonly Dictionary<object, int> _numbers = [];
    private readonly Dictionary<object, Dictionary<int, Polynomial>> _known = new(ReferenceEqualityComparer.Instance);
    private readonly List<object> _atoms = [new()];

    /// <summary>What an atom stands for: a <see cref="Variable"/>, or a <see cref="Value"/> that is no sum or product.</summary>
    public object AtomOf(int number) => _atoms[number];

    public int NumberOf(object atom)
    {
        if (!_numbers.TryGetValue(atom, out var number))
        {
            number = _atoms.Count;
            _numbers[atom] = number;
            _atoms.Add(atom);
        }

        return number;
    }

    public Polynomial Of(Value value, int order) => Remembered(value, order, () => Of(value, order, 0));

    /// <summary>The address of a place, in elements.</summary>
    public Polynomial AddressOf(Place place, int order) => Remembered(place, order, () => AddressOf(place, order, 0));

    /// <summary>The values that a choice of limits can give: both of <c>a &lt; b ? a : b</c>.</summary>
    public ImmutableArray<Polynomial> AlternativesOf(Value value, int order) => AlternativesOf(value, order, 0);

    /// <summary>A value with temporaries replaced by what they hold.</summary>
    public Value Resolved(Value value) => Resolved(value, 0);

    /// <summary>Every detector asks for the same few addresses. Nodes are told apart by what they are, not by what they compute.</summary>
    private Polynomial Remembered(object node, int order, Func<Polynomial> compute)
    {
        if (!_known.TryGetValue(node, out var known))
        {
            _known[node] = known = [];
        }

        if (!known.TryGetValue(order, out var polynomial))
        {
            known[order] = polynomial = compute();
        }

        return polynomial;
    }

    private ImmutableArray<Polynomial> AlternativesOf(Value value, int order, int depth) => value switch
    {
        _ when depth > DeepestResolution => [Of(value, order, depth)],
        Value.Select select => [.. AlternativesOf(select.WhenTrue, order, depth + 1).Concat(AlternativesOf(select.WhenFalse, order, depth + 1)).Distinct().Take(MostAlternatives)],
        Value.Convert convert => AlternativesOf(convert.Operand, order, depth + 1),
        Value.Load { Place: Place.Named named } => AlternativesOf(named.Variable, order, depth) ?? [Of(value, order, depth)],
        Value.Binary { Operation: Operation.Add or Operation.Subtract } binary => [..
            (from left in AlternativesOf(binary.Left, order, depth + 1)
             from right in AlternativesOf(binary.Right, order, depth + 1)
             select binary.Operation == Operation.Add ? left + right : left - right).Distinct().Take(MostAlternatives)],
        _ => [Of(value, order, depth)],
    };

    private ImmutableArray<Polynomial>? AlternativesOf(Variable variable, int order, int depth)
    {
        if (nest.OnlyDefinitionOf(variable) is { } only)
        {
            return _alternatives.TryGetValue(variable, out var known) ? known : _alternatives[variable] = AlternativesOf(only.Value!, only.At.Order, depth + 1);
        }

        var definitions = nest.DefinitionsOf(variable);
        var isChoice = variable.Storage == StorageKind.Automatic && !variable.IsParameter && definitions.Count is > 1 and < MostAlternatives
            && definitions.All(definition => definition is { Value: not null, Target: Place.Named } && !KernelWalk.Mentions(definition.Value, variable));
        var isOfOneLoop = isChoice && definitions.Select(definition => definition.At.Loop).Distinct().Count() == 1 && definitions.Any(definition => definition.At.IsConditional);
        return isOfOneLoop ? [.. definitions.SelectMany(definition => AlternativesOf(definition.Value!, definition.At.Order, depth + 1)).Distinct().Take(MostAlternatives)] : null;
    }

    private Polynomial Of(Value value, int order, int depth) => value switch
    {
        _ when depth > DeepestResolution => Atom(value),
        Value.IntegerConstant constant => Number(constant.Number) ?? Atom(value),
        Value.SizeOf size => Polynomial.Number(size.Bytes),
        Value.Convert
        {
            Kind: ConversionKind.SignExtend or ConversionKind.ZeroExtend or ConversionKind.SameWidth or ConversionKind.Truncate
                or ConversionKind.PointerCast or ConversionKind.PointerToInteger or ConversionKind.IntegerToPointer,
        } convert => Of(convert.Operand, order, depth + 1),
        Value.Unary { Operation: UnaryOperation.Negate } unary => Polynomial.Zero - Of(unary.Operand, order, depth + 1),
        Value.Binary { Operation: Operation.Add } binary => Of(binary.Left, order, depth + 1) + Of(binary.Right, order, depth + 1),
        Value.Binary { Operation: Operation.Subtract or Operation.Difference } binary => Of(binary.Left, order, depth + 1) - Of(binary.Right, order, depth + 1),
        Value.Binary { Operation: Operation.Multiply } binary => Product(Of(binary.Left, order, depth + 1), Of(binary.Right, order, depth + 1)) ?? Atom(Resolved(value, depth)),
        Value.Binary { Operation: Operation.ShiftLeft, Right: Value.IntegerConstant { Number: var bits } } binary when bits.Sign >= 0 && bits < 32 =>
            Of(binary.Left, order, depth + 1) * Polynomial.Number(1L << (int)bits),
        Value.Load { Place: Place.Named named } => Of(named.Variable, order, depth),
        Value.AddressOf address => AddressOf(address.Place, order, depth + 1),
        Value.Decay decay => AddressOf(decay.Array, order, depth + 1),
        _ => ConstantNumber.Of(value) is { } number ? Number(number) ?? Atom(value) : Atom(Resolved(value, depth)),
    };

    private Polynomial Of(Variable variable, int order, int depth)
    {
        if (nest.OnlyDefinitionOf(variable) is not { } only)
        {
            return Atom(variable) + Polynomial.Number(MovedBefore(variable, order));
        }

        return _sums.TryGetValue(variable, out var known) ? known : _sums[variable] = Of(only.Value!, only.At.Order, depth + 1);
    }

    private Polynomial AddressOf(Place place, int order, int depth) => place switch
    {
        Place.Named named => Atom(named.Variable),
        Place.Element element => Of(element.Pointer, order, depth + 1) + (Of(element.Index, order, depth + 1) * ElementsIn(element.Type, element)),
        Place.Dereference dereference => Of(dereference.Pointer, order, depth + 1),
        Place.Field field => AddressOf(field.Record, order, depth + 1) + Atom(field.Name),
        Place.Lane lane => AddressOf(lane.Vector, order, depth + 1),
        _ => Atom(place),
    };

    /// <summary>The numbers in a row of an array of arrays; of one whose rows are as long as a variable says, an unknown.</summary>
    private Polynomial ElementsIn(CType type, Place.Element element) => type switch
    {
        CType.Array { Count: { } count } array => Polynomial.Number(count) * ElementsIn(array.Element, element),
        CType.VariableArray array => Atom((type, element.Root)) * ElementsIn(array.Element, element),
        _ => Polynomial.Number(1),
    };

    /// <summary>Null for a product of more terms than any address has.</summary>
    private static Polynomial? Product(Polynomial left, Polynomial right) => left.Count * right.Count <= LargestValue ? left * right : null;

    private static Polynomial? Number(BigInteger number) => BigInteger.Abs(number) < long.MaxValue ? Polynomial.Number((long)number) : null;

    private Polynomial Atom(object atom) => Polynomial.Atom(NumberOf(atom));

    /// <summary>How far the constant steps of the innermost loop around a place have moved a variable on the way there.</summary>
    private long MovedBefore(Variable variable, int order)
    {
        var definitions = nest.DefinitionsOf(variable);
        if (definitions.Count < 2 && !variable.IsParameter)
        {
            return 0;
        }

        return definitions.Where(definition => definition.At.Order < order && definition.At.Loop is { } loop && loop.Contains(order) && !definition.At.IsConditional)
            .Sum(definition => ConstantStep(definition, variable) ?? 0);
    }

    /// <summary>The number that <c>v = v + number</c> adds, also by way of a temporary that holds the old value.</summary>
    public long? ConstantStep(Definition definition, Variable variable)
    {
        if (definition is not { Target: Place.Named, Value: Value.Binary { Operation: Operation.Add or Operation.Subtract } or Value.Convert })
        {
            return null;
        }

        var (value, sign, sum) = (definition.Value, 1L, 0L);
        for (var depth = 0; depth < DeepestResolution; depth++)
        {
            switch (value)
            {
                case Value.Convert convert:
                    value = convert.Operand;
                    break;
                case Value.Binary { Operation: Operation.Add or Operation.Subtract } binary when ConstantNumber.Of(Resolved(binary.Right)) is { } number && BigInteger.Abs(number) < int.MaxValue:
                    sum += sign * (binary.Operation == Operation.Add ? (long)number : -(long)number);
                    value = binary.Left;
                    break;
                case Value.Load { Place: Place.Named named } when named.Variable == variable:
                    return sum;
                case Value.Load { Place: Place.Named named } when nest.OnlyDefinitionOf(named.Variable) is { } only:
                    value = only.Value!;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    private Value Resolved(Value value, int depth) => depth > DeepestResolution ? value : value switch
    {
        Value.Load { Place: Place.Named named } => Resolved(named.Variable, depth) ?? value,
        _ => value.WithParts(part => Resolved(part, depth + 1), place => Resolved(place, depth + 1)),
    };

    private Value? Resolved(Variable variable, int depth)
    {
        if (nest.OnlyDefinitionOf(variable) is not { } only)
        {
            return null;
        }

        if (!_resolved.TryGetValue(variable, out var resolved))
        {
            resolved = Resolved(only.Value!, depth + 1);
            resolved = KernelWalk.DescendantsAndSelf(resolved).Take(LargestValue + 1).Count() > LargestValue ? null : resolved;
            _resolved[variable] = resolved;
        }

        return resolved;
    }

    private Place Resolved(Place place, int depth) => place.WithParts(part => Resolved(part, depth + 1), inner => Resolved(inner, depth + 1));
}
