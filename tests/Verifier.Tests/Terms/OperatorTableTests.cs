using HpcVerify.Verifier.Smt;
using HpcVerify.Verifier.Terms;
using Microsoft.Z3;
using Sort = HpcVerify.Verifier.Terms.Sort;

namespace HpcVerify.Verifier.Tests.Terms;

/// <summary>What a row of the operator table computes is what a solver says of what it prints.</summary>
public sealed class OperatorTableTests
{
    private const int RandomOperands = 60;

    private static readonly Sort[] AllBits = [Sort.Bits(1), Sort.Bits(8), Sort.Bits(16), Sort.Bits(32), Sort.Bits(64)];

    private static readonly Sort[] AllFloats = [Sort.Float32, Sort.Float64];

    public OperatorTableTests() => NativeLibraries.Load();

    public static TheoryData<Operator> Operators => [.. OperatorTable.Rows.Select(row => row.Operator)];

    [Theory, MemberData(nameof(Operators))]
    public void EvaluatesAsTheSolverDoes(Operator operation)
    {
        var random = new Random((int)operation);
        var store = new TermStore();
        var row = OperatorTable.Of(operation);
        var claims = new List<string>();
        foreach (var (sorts, result) in Signatures(operation))
        {
            foreach (var bits in OperandsOf(sorts, random))
            {
                var operands = new Operands(bits[0], bits.ElementAtOrDefault(1), bits.ElementAtOrDefault(2), sorts[0], result);
                if (row.Evaluate(operands) is { } value)
                {
                    var written = string.Join(' ', sorts.Zip(bits, SmtText.Constant));
                    claims.Add($"(= ({row.Head(sorts[0], result)} {written}) {SmtText.Constant(result, value & result.Mask)})");
                }
            }
        }

        Assert.True(claims.Count > 8, "too few claims");
        Assert.Equal([], claims.Chunk(200).SelectMany(Wrong));
    }

    [Fact]
    public void EveryOperatorHasARow() =>
        Assert.Equal(
            Enum.GetValues<Operator>().Except([Operator.Constant, Operator.Input, Operator.LibraryCall]), OperatorTable.Rows.Select(row => row.Operator));

    /// <summary>The claims that are false; none, once their conjunction is valid.</summary>
    private static IEnumerable<string> Wrong(string[] claims) =>
        IsValid($"(and true {string.Join('\n', claims)})") ? [] : claims.Where(claim => !IsValid(claim));

    private static bool IsValid(string claim)
    {
        using var context = new Context();
        using var solver = context.MkSolver();
        solver.Assert(context.ParseSMTLIB2String($"(assert (not {claim}))"));
        return solver.Check() == Status.UNSATISFIABLE;
    }

    private static IEnumerable<(Sort[] Operands, Sort Result)> Signatures(Operator operation) => operation switch
    {
        Operator.Not => [([Sort.Boolean], Sort.Boolean)],
        Operator.And or Operator.Or => [([Sort.Boolean, Sort.Boolean], Sort.Boolean)],
        Operator.Equal => AllBits.Concat(AllFloats).Select(sort => (new[] { sort, sort }, Sort.Boolean)),
        Operator.Ite => AllBits.Concat(AllFloats).Select(sort => (new[] { Sort.Boolean, sort, sort }, sort)),
        Operator.Selected => AllBits.Concat(AllFloats).Select(sort => (new[] { sort, sort }, sort)),
        Operator.SignedLess or Operator.SignedLessOrEqual or Operator.UnsignedLess or Operator.UnsignedLessOrEqual =>
            AllBits.Select(sort => (new[] { sort, sort }, Sort.Boolean)),
        Operator.SignExtend or Operator.ZeroExtend => Pairs(AllBits, AllBits).Where(pair => pair.Operands[0].Width <= pair.Result.Width),
        Operator.Truncate => Pairs(AllBits, AllBits).Where(pair => pair.Operands[0].Width >= pair.Result.Width),
        Operator.FloatLess or Operator.FloatLessOrEqual or Operator.FloatEqual => AllFloats.Select(sort => (new[] { sort, sort }, Sort.Boolean)),
        Operator.FloatIsNaN => AllFloats.Select(sort => (new[] { sort }, Sort.Boolean)),
        Operator.FloatConvert => Pairs(AllFloats, AllFloats),
        Operator.SignedToFloat or Operator.UnsignedToFloat => Pairs(AllBits, AllFloats),
        Operator.FloatToSigned or Operator.FloatToUnsigned => Pairs(AllFloats, AllBits),
        Operator.FloatToBits => [([Sort.Float32], Sort.Bits(32)), ([Sort.Float64], Sort.Bits(64))],
        Operator.BitsToFloat => [([Sort.Bits(32)], Sort.Float32), ([Sort.Bits(64)], Sort.Float64)],
        >= Operator.FloatNegate => AllFloats.Select(sort => (Enumerable.Repeat(sort, OperatorTable.Of(operation).Arity).ToArray(), sort)),
        _ => AllBits.Select(sort => (Enumerable.Repeat(sort, OperatorTable.Of(operation).Arity).ToArray(), sort)),
    };

    private static IEnumerable<(Sort[] Operands, Sort Result)> Pairs(IEnumerable<Sort> sources, IEnumerable<Sort> targets) =>
        sources.SelectMany(source => targets.Select(target => (new[] { source }, target)));

    /// <summary>Edge values against each other, and random ones that are near to them or to each other.</summary>
    private static IEnumerable<ulong[]> OperandsOf(Sort[] sorts, Random random)
    {
        var edges = sorts.Select(EdgesOf).ToArray();
        for (var round = 0; round < RandomOperands + (edges[0].Length * (sorts.Length > 1 ? edges[^1].Length : 1)); round++)
        {
            yield return [.. sorts.Select((sort, position) => round < RandomOperands
                ? Canonical(NextBits(random, edges[position]) & sort.Mask, sort)
                : edges[position][position == 0 ? (round - RandomOperands) % edges[0].Length : (round - RandomOperands) / edges[0].Length % edges[position].Length])];
        }
    }

    private static ulong NextBits(Random random, ulong[] edges) => random.Next(3) switch
    {
        0 => (ulong)random.NextInt64(long.MinValue, long.MaxValue),
        1 => edges[random.Next(edges.Length)] + (ulong)random.Next(5) - 2,
        _ => edges[random.Next(edges.Length)] ^ (1UL << random.Next(64)),
    };

    private static ulong[] EdgesOf(Sort sort) => sort switch
    {
        { Kind: SortKind.Boolean } => [0, 1],
        { IsFloating: true, Width: 32 } => [.. Values.Select(value => (ulong)BitConverter.SingleToUInt32Bits((float)value)).Append(0x7FC00000UL).Append(1UL).Append(0x007FFFFFUL)],
        { IsFloating: true } => [.. Values.Select(BitConverter.DoubleToUInt64Bits).Append(0x7FF8000000000000UL).Append(1UL).Append(0x000FFFFFFFFFFFFFUL)],
        _ => [.. new ulong[] { 0, 1, 2, 7, sort.Mask, sort.Mask >> 1, (sort.Mask >> 1) + 1, sort.Mask - 1 }.Select(bits => bits & sort.Mask)],
    };

    private static double[] Values =>
        [0.0, -0.0, 1, -1, 0.5, 1.5, 2.5, -0.5, double.PositiveInfinity, double.NegativeInfinity, float.MaxValue, 1e300, 9007199254740993, 16777217, 2147483648, -2147483649, 0.1];

    private static ulong Canonical(ulong bits, Sort sort) => !sort.IsFloating ? bits
        : sort.Width == 32 ? (float.IsNaN(BitConverter.UInt32BitsToSingle((uint)bits)) ? 0x7FC00000UL : bits)
        : double.IsNaN(BitConverter.UInt64BitsToDouble(bits)) ? 0x7FF8000000000000 : bits;
}
