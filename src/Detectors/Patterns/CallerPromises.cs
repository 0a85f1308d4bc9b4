using System.Collections.Immutable;
using System.Numerics;
using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Patterns;

/// <summary>A buffer of the contract; <paramref name="Count"/> is its number of elements, null where that is no sum of products.</summary>
public sealed record PromisedBuffer(Variable Pointer, BufferContract Contract, Polynomial? Count);

/// <summary>What a contract promises, in terms of the kernel's own parameters.</summary>
public sealed class CallerPromises
{
    private readonly Algebra _algebra;
    private readonly Dictionary<Symbol, Variable> _parameters;
    private readonly Dictionary<Variable, PromisedBuffer> _buffers;
    private readonly ImmutableArray<Expression> _conditions;
    private readonly ImmutableArray<(Polynomial Sum, BinaryOperator Relation)> _limits;
    private readonly ImmutableHashSet<int> _naturals;
    private readonly ImmutableArray<(Variable Buffer, Polynomial? Low, Polynomial? High)> _ranges;

    private CallerPromises(Contract contract, KernelNest nest)
    {
        _algebra = nest.Algebra;
        _parameters = contract.Parameters.Zip(nest.Entry.Parameters).ToDictionary(pair => pair.First, pair => pair.Second);
        _buffers = contract.Buffers.GroupBy(buffer => _parameters[buffer.Pointer])
            .ToDictionary(group => group.Key, group => new PromisedBuffer(group.Key, group.Last(), Sum(group.Last().Count)));
        _conditions = [.. contract.Preconditions.SelectMany(Conjuncts)];
        _limits =
        [
            .. from condition in _conditions.OfType<Expression.Binary>()
               where condition.Operator is >= BinaryOperator.Less and <= BinaryOperator.Equal
               let left = Sum(condition.Left)
               let right = Sum(condition.Right)
               where left is not null && right is not null
               select (left - right, condition.Operator),
        ];
        _naturals =
        [
            .. from limit in _limits
               where limit is { Relation: BinaryOperator.GreaterOrEqual or BinaryOperator.Greater, Sum.ConstantTerm: <= 0 }
               let products = limit.Sum.Products.ToList()
               where products is [{ Factor: 1, Atoms.Count: 1 }]
               select products[0].Atoms[0],
        ];
        _ranges = [.. contract.Ranges.Select(range => (_parameters[range.Pointer], Sum(range.Low), Sum(range.High)))];
    }

    /// <summary>Null where the contract has other parameters than the kernel.</summary>
    public static CallerPromises? Of(Contract contract, KernelNest nest) =>
        contract.Parameters.Length == nest.Entry.Parameters.Length ? new(contract, nest) : null;

    public IEnumerable<PromisedBuffer> Buffers => _buffers.Values;

    public PromisedBuffer? BufferOf(Variable parameter) => _buffers.GetValueOrDefault(parameter);

    /// <summary>Whether some sizes are promised to be equal, so that one may stand for the other.</summary>
    public bool HasEqualSizes => _limits.Any(limit => limit.Relation == BinaryOperator.Equal && limit.Sum.Products.Count() > 1);

    /// <summary>Whether a sum is promised to be so much at most.</summary>
    public bool IsAtMost(Polynomial sum, long limit) => UpperOf(sum) is { } upper && upper <= limit;

    /// <summary>Whether a sum is promised to be so much at least.</summary>
    public bool IsAtLeast(Polynomial sum, long limit) => UpperOf(Polynomial.Zero - sum) is { } upper && upper <= -(BigInteger)limit;

    /// <summary>Whether what a buffer holds is promised to lie in <c>[low, high)</c>.</summary>
    public bool IsInRange(Variable buffer, long low, long high) =>
        _ranges.Any(range => range.Buffer == buffer && range.Low is not null && range.High is not null && IsAtLeast(range.Low, low) && IsAtMost(range.High, high));

    /// <summary>Whether a variable is promised to be a multiple; one whose bits are spoken of may be, and is taken for one.</summary>
    public bool IsMultiple(Variable size, long divisor) => _conditions.Any(condition => Mentions(condition, size) && condition switch
    {
        Expression.Binary { Operator: BinaryOperator.Equal, Left: var left } => SyntaxWalk.DescendantsAndSelf(left).OfType<Expression.Binary>().Any(binary => binary.Operator switch
        {
            BinaryOperator.Remainder => Number(binary.Right) is { IsZero: false } modulus && (modulus % divisor).IsZero,
            BinaryOperator.BitwiseAnd => true,
            _ => false,
        }),
        _ => false,
    });

    /// <summary>
    /// The largest value that conditions on this very sum, or limits of its variables one by one, leave. A limit on
    /// <c>q + c</c> is one on <c>q</c>.
    /// </summary>
    private BigInteger? UpperOf(Polynomial sum)
    {
        var constant = sum.ConstantTerm;
        var rest = sum - Polynomial.Number(constant);
        BigInteger? upper = rest.IsZero ? 0 : null;
        foreach (var (limited, relation) in _limits)
        {
            var offset = limited.ConstantTerm;
            var part = limited - Polynomial.Number(offset);
            var bound = relation switch
            {
                BinaryOperator.Less when Covers(part, rest) => -offset - 1,
                BinaryOperator.LessOrEqual or BinaryOperator.Equal when Covers(part, rest) => -offset,
                BinaryOperator.Greater when Covers(Polynomial.Zero - part, rest) => offset - 1,
                BinaryOperator.GreaterOrEqual or BinaryOperator.Equal when Covers(Polynomial.Zero - part, rest) => offset,
                _ => (long?)null,
            };
            upper = bound is not null && (upper is null || bound < upper) ? bound : upper;
        }

        return (upper ?? UpperByParts(rest)) + constant;
    }

    /// <summary>Whether a sum is another one, and perhaps products that are never below zero.</summary>
    private bool Covers(Polynomial larger, Polynomial sum) =>
        (larger - sum).Products.All(product => product.Factor > 0 && product.Atoms.All(_naturals.Contains));

    /// <summary>Products of variables with limits of their own, none of them below zero.</summary>
    private BigInteger? UpperByParts(Polynomial sum)
    {
        var products = sum.Products.ToList();
        if (products.Count == 0 || products is [{ Atoms.Count: 1, Factor: 1 }])
        {
            return null;
        }

        var total = BigInteger.Zero;
        foreach (var (atoms, factor) in products)
        {
            var product = (BigInteger)factor;
            foreach (var atom in atoms)
            {
                if (factor < 0 || !_naturals.Contains(atom) || UpperOf(Polynomial.Atom(atom)) is not { } upper)
                {
                    return null;
                }

                product *= upper;
            }

            total += product;
        }

        return total;
    }

    private static IEnumerable<Expression> Conjuncts(Expression condition) => condition switch
    {
        Expression.Cast cast => Conjuncts(cast.Operand),
        Expression.Binary { Operator: BinaryOperator.LogicalAnd } and => Conjuncts(and.Left).Concat(Conjuncts(and.Right)),
        _ => [condition],
    };

    private bool Mentions(Expression condition, Variable size) =>
        SyntaxWalk.DescendantsAndSelf(condition).OfType<Expression.Reference>().Any(reference => _parameters.GetValueOrDefault(reference.Symbol) == size);

    private static BigInteger? Number(Expression expression) => ContractArithmetic.Integer(expression, Sizes.Of([]));

    private Polynomial? Sum(Expression expression) => expression switch
    {
        Expression.Cast { Type: CType.Integer or CType.Boolean } cast => Sum(cast.Operand),
        Expression.Reference reference when _parameters.TryGetValue(reference.Symbol, out var variable) => Polynomial.Atom(_algebra.NumberOf(variable)),
        Expression.Binary { Operator: BinaryOperator.Add } binary => Sum(binary.Left) is { } left && Sum(binary.Right) is { } right ? left + right : null,
        Expression.Binary { Operator: BinaryOperator.Subtract } binary => Sum(binary.Left) is { } left && Sum(binary.Right) is { } right ? left - right : null,
        Expression.Binary { Operator: BinaryOperator.Multiply } binary => Sum(binary.Left) is { } left && Sum(binary.Right) is { } right ? left * right : null,
        _ => Number(expression) is { } number && BigInteger.Abs(number) < long.MaxValue ? Polynomial.Number((long)number) : null,
    };
}
