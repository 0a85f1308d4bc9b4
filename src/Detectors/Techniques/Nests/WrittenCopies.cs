using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Techniques.Nests;

/// <summary>
/// Finds statements that are the same but for the element they work on: <c>s0 += x[i]</c> and <c>s1 += x[i + 1]</c> differ by
/// one step of <c>i</c> in every address that has <c>i</c>, and in the accumulator.
/// </summary>
internal sealed class WrittenCopies
{
    /// <summary>Statements of more nodes, temporaries looked through, are not compared to the end.</summary>
    private const int MostNodes = 2_000;

    private readonly KernelNest _nest;
    private readonly ILookup<NestLoop?, NestStatement> _groups;
    private int _nodesLeft;

    public WrittenCopies(KernelNest nest)
    {
        _nest = nest;
        _groups = nest.Statements.Where(HasEffect).ToLookup(at => at.Loop);
    }

    /// <summary>How many copies stand in one turn of a loop, at any depth inside of it; 1 when there are none.</summary>
    public int In(NestLoop loop)
    {
        var most = 1;
        foreach (var group in _groups.Where(group => loop.Contains(group.Key)))
        {
            var statements = group.ToList();
            for (var first = 0; first + 1 < statements.Count && statements.Count - first > most; first++)
            {
                var distances = statements.Skip(first + 1).Select(other => Distance(statements[first], other, loop)).OfType<long>().Distinct().Count();
                most = Math.Max(most, distances + 1);
            }
        }

        return most;
    }

    /// <summary>Stores, and assignments to variables that live longer than a temporary; steps of counters and pointers have no copies.</summary>
    private bool HasEffect(NestStatement at) => at.Statement switch
    {
        KernelStatement.Assign { Target: Place.Named named } assign => _nest.OnlyDefinitionOf(named.Variable) is null
            && _nest.DefinitionsOf(named.Variable).All(definition => definition.Value != assign.Value || _nest.Algebra.ConstantStep(definition, named.Variable) is null),
        KernelStatement.Assign => true,
        KernelStatement.Call call => Instruction.IsStore(call.Target),
        _ => false,
    };

    /// <summary>The number of elements between two copies, fewer than a step of the loop; null when they are no copies.</summary>
    private long? Distance(NestStatement first, NestStatement second, NestLoop loop)
    {
        var pairs = new List<(Polynomial First, Polynomial Second)>();
        _nodesLeft = MostNodes;
        if (!IsAlike(first, second, pairs))
        {
            return null;
        }

        var stride = loop.Shape!.Stride!.Value;
        long? distance = null;
        foreach (var (left, right) in pairs.Where(pair => !pair.First.Equals(pair.Second)))
        {
            var between = ((right - left) * Polynomial.Number(stride)).DividedBy(MovedIn(left, loop));
            if (between is null or 0 || Math.Abs(between.Value) >= stride || (distance is not null && distance != between))
            {
                return null;
            }

            distance = between;
        }

        return distance;
    }

    /// <summary>How far one turn of a loop moves an address, by its counter and by other variables of constant step.</summary>
    private Polynomial MovedIn(Polynomial address, NestLoop loop)
    {
        var moved = Polynomial.Zero;
        foreach (var atom in address.Atoms)
        {
            if (_nest.Algebra.AtomOf(atom) is Variable variable)
            {
                var step = _nest.DefinitionsOf(variable).Where(definition => definition.At.Loop == loop && !definition.At.IsConditional)
                    .Sum(definition => _nest.Algebra.ConstantStep(definition, variable) ?? 0);
                moved += (address.FactorOf(atom) ?? Polynomial.Zero) * Polynomial.Number(step);
            }
        }

        return moved;
    }

    private bool IsAlike(NestStatement first, NestStatement second, List<(Polynomial, Polynomial)> pairs) => (first.Statement, second.Statement) switch
    {
        (KernelStatement.Assign left, KernelStatement.Assign right) =>
            IsAlike(left.Target, first.Order, right.Target, second.Order, pairs) && IsAlike(left.Value, first.Order, right.Value, second.Order, pairs),
        (KernelStatement.Call left, KernelStatement.Call right) when left.Target == right.Target =>
            left.Arguments.Zip(right.Arguments).All(pair => IsAlike(pair.First, first.Order, pair.Second, second.Order, pairs)),
        _ => false,
    };

    private bool IsAlike(Value left, int leftOrder, Value right, int rightOrder, List<(Polynomial, Polynomial)> pairs)
    {
        (left, leftOrder) = LookedThrough(left, leftOrder);
        (right, rightOrder) = LookedThrough(right, rightOrder);
        return _nodesLeft-- > 0 && (left, right) switch
        {
            (Value.Load { Place: not Place.Named } first, Value.Load { Place: not Place.Named } second) =>
                IsAlike(first.Place, leftOrder, second.Place, rightOrder, pairs),
            ({ Type: CType.Integer or CType.Pointer }, { Type: CType.Integer or CType.Pointer }) when left is not Value.PureCall =>
                IsAlikeNumber(left, leftOrder, right, rightOrder, pairs),
            (Value.Load first, Value.Load second) => IsAlike(first.Place, leftOrder, second.Place, rightOrder, pairs),
            (Value.Unary first, Value.Unary second) => first.Operation == second.Operation && IsAlike(first.Operand, leftOrder, second.Operand, rightOrder, pairs),
            (Value.Binary first, Value.Binary second) => first.Operation == second.Operation
                && IsAlike(first.Left, leftOrder, second.Left, rightOrder, pairs) && IsAlike(first.Right, leftOrder, second.Right, rightOrder, pairs),
            (Value.Select first, Value.Select second) => IsAlike(first.Condition, leftOrder, second.Condition, rightOrder, pairs)
                && IsAlike(first.WhenTrue, leftOrder, second.WhenTrue, rightOrder, pairs) && IsAlike(first.WhenFalse, leftOrder, second.WhenFalse, rightOrder, pairs),
            (Value.PureCall first, Value.PureCall second) => first.Target == second.Target
                && first.Arguments.Zip(second.Arguments).All(pair => IsAlike(pair.First, leftOrder, pair.Second, rightOrder, pairs)),
            _ => left.Equals(right),
        };
    }

    /// <summary>Sums and addresses differ by a distance; whatever else is computed with integers is compared part by part.</summary>
    private bool IsAlikeNumber(Value left, int leftOrder, Value right, int rightOrder, List<(Polynomial, Polynomial)> pairs)
    {
        var (first, second) = (_nest.Algebra.Of(left, leftOrder), _nest.Algebra.Of(right, rightOrder));
        if (!(second - first).Atoms.Any(atom => _nest.Algebra.AtomOf(atom) is not Variable))
        {
            pairs.Add((first, second));
            return true;
        }

        return (left, right) switch
        {
            (Value.Binary one, Value.Binary other) => one.Operation == other.Operation
                && IsAlike(one.Left, leftOrder, other.Left, rightOrder, pairs) && IsAlike(one.Right, leftOrder, other.Right, rightOrder, pairs),
            (Value.Select one, Value.Select other) => IsAlike(one.Condition, leftOrder, other.Condition, rightOrder, pairs)
                && IsAlike(one.WhenTrue, leftOrder, other.WhenTrue, rightOrder, pairs) && IsAlike(one.WhenFalse, leftOrder, other.WhenFalse, rightOrder, pairs),
            (Value.AddressOf one, Value.AddressOf other) => IsAlike(one.Place, leftOrder, other.Place, rightOrder, pairs),
            _ => false,
        };
    }

    private bool IsAlike(Place left, int leftOrder, Place right, int rightOrder, List<(Polynomial, Polynomial)> pairs)
    {
        switch (left, right)
        {
            case (Place.Named first, Place.Named second):
                return first.Variable == second.Variable || (IsOwn(first.Variable) && IsOwn(second.Variable) && first.Type.Equals(second.Type));
            case ({ Root: { } first }, { Root: { } second }) when IsOwn(first) && IsOwn(second):
                return IsAlikePart(left, leftOrder, right, rightOrder, pairs);
            case (Place.Element first, Place.Element second) when HasUnknown(first.Index, leftOrder) || HasUnknown(second.Index, rightOrder):
                return ((IsInBuffer(first, leftOrder) && IsInBuffer(second, rightOrder)) || IsAlike(first.Pointer, leftOrder, second.Pointer, rightOrder, pairs))
                    && IsAlike(first.Index, leftOrder, second.Index, rightOrder, pairs);
            default:
                var (one, other) = (_nest.Algebra.AddressOf(left, leftOrder), _nest.Algebra.AddressOf(right, rightOrder));
                pairs.Add((one, other));
                return left.Type.Equals(right.Type);
        }
    }

    /// <summary>Parts of accumulators: constants pick them, or data, which then must be alike as well.</summary>
    private bool IsAlikePart(Place left, int leftOrder, Place right, int rightOrder, List<(Polynomial, Polynomial)> pairs) =>
        (left, right) is not (Place.Element first, Place.Element second)
        || (_nest.Algebra.Of(first.Index, leftOrder).Constant is not null && _nest.Algebra.Of(second.Index, rightOrder).Constant is not null)
        || IsAlike(first.Index, leftOrder, second.Index, rightOrder, pairs);

    /// <summary>Tables that data pick from may be parts of one allocation.</summary>
    private bool IsInBuffer(Place.Element element, int order) => Pointers.BufferOf(_nest, _nest.Algebra.Of(element.Pointer, order)) is not null;

    private bool HasUnknown(Value index, int order) => _nest.Algebra.Of(index, order).Atoms.Any(atom => _nest.Algebra.AtomOf(atom) is not Variable);

    private bool IsOwn(Variable variable) => variable is { Storage: StorageKind.Automatic, Type: CType.Floating or CType.Integer or CType.Vector or CType.Array or CType.Record }
        && !variable.IsParameter && _nest.Loops.All(loop => loop.Shape?.Index != variable);

    /// <summary>Conversions do not matter here, and a temporary is what it holds.</summary>
    private (Value Value, int Order) LookedThrough(Value value, int order)
    {
        while (true)
        {
            switch (value)
            {
                case Value.Convert convert:
                    value = convert.Operand;
                    break;
                case Value.Load { Place: Place.Named named } when _nest.OnlyDefinitionOf(named.Variable) is { } only:
                    (value, order) = (only.Value!, only.At.Order);
                    break;
                default:
                    return (value, order);
            }
        }
    }
}
