using System.Globalization;

namespace HpcVerify.Verifier.Terms;

/// <summary>Concrete operands of one operation: their bits, their sort and the sort of the result.</summary>
public readonly record struct Operands(ulong A, ulong B, ulong C, Sort Sort, Sort Result)
{
    public long SignedA => Sort.Signed(A);

    public long SignedB => Sort.Signed(B);
}

/// <summary>
/// One operator, defined once: how SMT-LIB 2.6 writes it, how many operands it has, and what it computes. The bits
/// computed may have more than the result's width; null means that SMT-LIB leaves the value open.
/// </summary>
public sealed record OperatorRow(
    Operator Operator, int Arity, Func<Sort, Sort, string> Head, Func<Operands, ulong?> Evaluate)
{
    public bool IsCommutative { get; init; }
}

/// <summary>All operators. Printer, evaluator and solver encoders read this table and nothing else.</summary>
public static class OperatorTable
{
    /// <summary>By number; null for constants, inputs and calls, whose meaning is in no table.</summary>
    private static readonly OperatorRow?[] ByOperator = Numbered();

    public static OperatorRow Of(Operator operation) => ByOperator[(int)operation]
        ?? throw new ArgumentException($"'{operation}' takes no operands", nameof(operation));

    /// <summary>IEEE arithmetic that rounds and has no condition in it: sums, products, quotients, roots.</summary>
    public static bool IsRoundedArithmetic(Operator operation) => operation is Operator.FloatAdd or Operator.FloatSubtract or Operator.FloatMultiply
        or Operator.FloatDivide or Operator.FloatFusedMultiplyAdd or Operator.FloatSquareRoot;

    public static IEnumerable<OperatorRow> Rows => ByOperator.OfType<OperatorRow>();

    private static OperatorRow?[] Numbered()
    {
        var rows = All().ToDictionary(row => row.Operator);
        return [.. Enum.GetValues<Operator>().Select(rows.GetValueOrDefault)];
    }

    private static IEnumerable<OperatorRow> All() => [.. Logic(), .. Integers(), .. FloatArithmetic(), .. FloatRounding(), .. FloatTests(), .. Conversions()];

    private static IEnumerable<OperatorRow> Logic() =>
    [
        Row(Operator.Not, 1, "not", o => o.A ^ 1),
        Row(Operator.And, 2, "and", o => o.A & o.B) with { IsCommutative = true },
        Row(Operator.Or, 2, "or", o => o.A | o.B) with { IsCommutative = true },
        Row(Operator.Equal, 2, "=", o => Truth(o.A == o.B)) with { IsCommutative = true },
        Row(Operator.Ite, 3, "ite", o => o.A != 0 ? o.B : o.C),
        Row(Operator.Selected, 2, "ite true", o => o.A),
    ];

    private static IEnumerable<OperatorRow> Integers() =>
    [
        Row(Operator.BitsNot, 1, "bvnot", o => ~o.A),
        Row(Operator.BitsNegate, 1, "bvneg", o => 0 - o.A),
        Row(Operator.BitsAnd, 2, "bvand", o => o.A & o.B) with { IsCommutative = true },
        Row(Operator.BitsOr, 2, "bvor", o => o.A | o.B) with { IsCommutative = true },
        Row(Operator.BitsXor, 2, "bvxor", o => o.A ^ o.B) with { IsCommutative = true },
        Row(Operator.BitsAdd, 2, "bvadd", o => o.A + o.B) with { IsCommutative = true },
        Row(Operator.BitsSubtract, 2, "bvsub", o => o.A - o.B),
        Row(Operator.BitsMultiply, 2, "bvmul", o => o.A * o.B) with { IsCommutative = true },
        Row(Operator.SignedDivide, 2, "bvsdiv", SignedQuotient),
        Row(Operator.SignedRemainder, 2, "bvsrem", o => o.B == 0 ? o.A : o.SignedB == -1 ? 0 : (ulong)(o.SignedA % o.SignedB)),
        Row(Operator.UnsignedDivide, 2, "bvudiv", o => o.B == 0 ? ulong.MaxValue : o.A / o.B),
        Row(Operator.UnsignedRemainder, 2, "bvurem", o => o.B == 0 ? o.A : o.A % o.B),
        Row(Operator.ShiftLeft, 2, "bvshl", o => o.B >= o.Sort.Width ? 0 : o.A << (int)o.B),
        Row(Operator.ShiftRightLogical, 2, "bvlshr", o => o.B >= o.Sort.Width ? 0 : o.A >> (int)o.B),
        Row(Operator.ShiftRightArithmetic, 2, "bvashr", o => (ulong)(o.SignedA >> (int)Math.Min(o.B, 63))),
        Row(Operator.SignedLess, 2, "bvslt", o => Truth(o.SignedA < o.SignedB)),
        Row(Operator.SignedLessOrEqual, 2, "bvsle", o => Truth(o.SignedA <= o.SignedB)),
        Row(Operator.UnsignedLess, 2, "bvult", o => Truth(o.A < o.B)),
        Row(Operator.UnsignedLessOrEqual, 2, "bvule", o => Truth(o.A <= o.B)),
        new(Operator.SignExtend, 1, (from, to) => Indexed("sign_extend", to.Width - from.Width), o => (ulong)o.SignedA),
        new(Operator.ZeroExtend, 1, (from, to) => Indexed("zero_extend", to.Width - from.Width), o => o.A),
        new(Operator.Truncate, 1, (_, to) => string.Create(CultureInfo.InvariantCulture, $"(_ extract {to.Width - 1} 0)"), o => o.A),
    ];

    private static IEnumerable<OperatorRow> FloatArithmetic() =>
    [
        Float(Operator.FloatNegate, 1, "fp.neg", (x, _, _) => -x, (x, _, _) => -x),
        Float(Operator.FloatAbsolute, 1, "fp.abs", (x, _, _) => Math.Abs(x), (x, _, _) => Math.Abs(x)),
        Float(Operator.FloatAdd, 2, "fp.add RNE", (x, y, _) => x + y, (x, y, _) => x + y) with { IsCommutative = true },
        Float(Operator.FloatSubtract, 2, "fp.sub RNE", (x, y, _) => x - y, (x, y, _) => x - y),
        Float(Operator.FloatMultiply, 2, "fp.mul RNE", (x, y, _) => x * y, (x, y, _) => x * y) with { IsCommutative = true },
        Float(Operator.FloatDivide, 2, "fp.div RNE", (x, y, _) => x / y, (x, y, _) => x / y),
        Float(Operator.FloatFusedMultiplyAdd, 3, "fp.fma RNE", Math.FusedMultiplyAdd, MathF.FusedMultiplyAdd) with { IsCommutative = true },
        Float(Operator.FloatSquareRoot, 1, "fp.sqrt RNE", (x, _, _) => Math.Sqrt(x), (x, _, _) => MathF.Sqrt(x)),
    ];

    private static IEnumerable<OperatorRow> FloatRounding() =>
    [
        Rounding(Operator.FloatFloor, "RTN", Math.Floor),
        Rounding(Operator.FloatCeiling, "RTP", Math.Ceiling),
        Rounding(Operator.FloatTruncate, "RTZ", Math.Truncate),
        Rounding(Operator.FloatNearestEven, "RNE", x => Math.Round(x, MidpointRounding.ToEven)),
        Rounding(Operator.FloatNearestAway, "RNA", x => Math.Round(x, MidpointRounding.AwayFromZero)),
    ];

    private static IEnumerable<OperatorRow> FloatTests() =>
    [
        Row(Operator.FloatLess, 2, "fp.lt", o => Truth(FloatBits.Widened(o.A, o.Sort) < FloatBits.Widened(o.B, o.Sort))),
        Row(Operator.FloatLessOrEqual, 2, "fp.leq", o => Truth(FloatBits.Widened(o.A, o.Sort) <= FloatBits.Widened(o.B, o.Sort))),
        Row(Operator.FloatEqual, 2, "fp.eq", o => Truth(FloatBits.Widened(o.A, o.Sort) == FloatBits.Widened(o.B, o.Sort))) with { IsCommutative = true },
        Row(Operator.FloatIsNaN, 1, "fp.isNaN", o => Truth(double.IsNaN(FloatBits.Widened(o.A, o.Sort)))),
    ];

    private static IEnumerable<OperatorRow> Conversions() =>
    [
        new(Operator.FloatConvert, 1, (_, to) => $"{ToFloat(to)} RNE", o => FloatBits.Of(FloatBits.Widened(o.A, o.Sort), o.Result)),
        new(Operator.SignedToFloat, 1, (_, to) => $"{ToFloat(to)} RNE", o => FloatBits.FromSigned(o.SignedA, o.Result)),
        new(Operator.UnsignedToFloat, 1, (_, to) => $"{ToFloat(to, "to_fp_unsigned")} RNE", o => FloatBits.FromUnsigned(o.A, o.Result)),
        new(Operator.FloatToSigned, 1, (_, to) => $"{Indexed("fp.to_sbv", to.Width)} RTZ", o => FloatBits.ToInteger(FloatBits.Widened(o.A, o.Sort), o.Result.Width, true)),
        new(Operator.FloatToUnsigned, 1, (_, to) => $"{Indexed("fp.to_ubv", to.Width)} RTZ", o => FloatBits.ToInteger(FloatBits.Widened(o.A, o.Sort), o.Result.Width, false)),
        new(Operator.BitsToFloat, 1, (_, to) => ToFloat(to), o => FloatBits.Canonical(o.A, o.Result)),
        new(Operator.FloatToBits, 1, (_, _) => "fp.to_ieee_bv", o => double.IsNaN(FloatBits.Widened(o.A, o.Sort)) ? null : o.A),
    ];

    private static OperatorRow Row(Operator operation, int arity, string head, Func<Operands, ulong?> evaluate) =>
        new(operation, arity, (_, _) => head, evaluate);

    private static OperatorRow Float(
        Operator operation, int arity, string head, Func<double, double, double, double> wide, Func<float, float, float, float> narrow) =>
        Row(operation, arity, head, o => o.Sort.Width == 32
            ? FloatBits.Of(narrow(FloatBits.ToSingle(o.A), FloatBits.ToSingle(o.B), FloatBits.ToSingle(o.C)))
            : FloatBits.Of(wide(FloatBits.ToDouble(o.A), FloatBits.ToDouble(o.B), FloatBits.ToDouble(o.C))));

    /// <summary>A whole number near a float is a float, so rounding may be done on the double.</summary>
    private static OperatorRow Rounding(Operator operation, string mode, Func<double, double> round) =>
        Row(operation, 1, $"fp.roundToIntegral {mode}", o => FloatBits.Of(round(FloatBits.Widened(o.A, o.Sort)), o.Sort));

    private static ulong? SignedQuotient(Operands o) =>
        o.B == 0 ? (o.SignedA < 0 ? 1 : ulong.MaxValue) : o.SignedB == -1 ? 0 - o.A : (ulong)(o.SignedA / o.SignedB);

    private static ulong Truth(bool value) => value ? 1UL : 0;

    private static string Indexed(string name, int index) => string.Create(CultureInfo.InvariantCulture, $"(_ {name} {index})");

    private static string ToFloat(Sort sort, string name = "to_fp") => sort.Width == 32 ? $"(_ {name} 8 24)" : $"(_ {name} 11 53)";
}
