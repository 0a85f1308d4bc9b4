using System.Numerics;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.Reach;

internal sealed partial class SizeFormulas
{
    /// <summary>A factor with no more values than this is multiplied by cases.</summary>
    private const int MostCases = 64;

    public const string True = "true";
    public const string False = "false";

    public string Not(string formula) => formula switch
    {
        True => False,
        False => True,
        _ => Named($"(not {formula})"),
    };

    public string And(string left, string right) =>
        left == False || right == False ? False
        : left == True || left == right ? right
        : right == True ? left
        : Named($"(and {left} {right})");

    public string Or(string left, string right) =>
        left == True || right == True ? True
        : left == False || left == right ? right
        : right == False ? left
        : Named($"(or {left} {right})");

    public string Implies(string condition, string consequence) => Or(Not(condition), consequence);

    /// <summary>A comparison of two numbers, which are what C compares after its conversions.</summary>
    public string Compare(Operation operation, WholeTerm left, WholeTerm right)
    {
        if (left.IsKnown && right.IsKnown)
        {
            return Holds(operation, left.Low.CompareTo(right.Low)) ? True : False;
        }

        return operation switch
        {
            Operation.Less => Named($"(< {left.Text} {right.Text})"),
            Operation.LessOrEqual => Named($"(<= {left.Text} {right.Text})"),
            Operation.Greater => Named($"(> {left.Text} {right.Text})"),
            Operation.GreaterOrEqual => Named($"(>= {left.Text} {right.Text})"),
            Operation.Equal => Named($"(= {left.Text} {right.Text})"),
            _ => Not(Named($"(= {left.Text} {right.Text})")),
        };
    }

    private static bool Holds(Operation operation, int order) => operation switch
    {
        Operation.Less => order < 0,
        Operation.LessOrEqual => order <= 0,
        Operation.Greater => order > 0,
        Operation.GreaterOrEqual => order >= 0,
        Operation.Equal => order == 0,
        _ => order != 0,
    };

    private static string Between(WholeTerm term, BigInteger low, BigInteger high) =>
        $"(and (<= {WholeTerm.Of(low).Text} {term.Text}) (<= {term.Text} {WholeTerm.Of(high).Text}))";

    public WholeTerm Choice(string condition, WholeTerm whenTrue, WholeTerm whenFalse) =>
        condition == True || whenTrue.Text == whenFalse.Text ? whenTrue
        : condition == False ? whenFalse
        : Named($"(ite {condition} {whenTrue.Text} {whenFalse.Text})", BigInteger.Min(whenTrue.Low, whenFalse.Low), BigInteger.Max(whenTrue.High, whenFalse.High));

    public WholeTerm Add(WholeTerm left, WholeTerm right) =>
        left.IsKnown && left.Low.IsZero ? right
        : right.IsKnown && right.Low.IsZero ? left
        : Named($"(+ {left.Text} {right.Text})", left.Low + right.Low, left.High + right.High);

    public WholeTerm Subtract(WholeTerm left, WholeTerm right) =>
        right.IsKnown && right.Low.IsZero ? left : Named($"(- {left.Text} {right.Text})", left.Low - right.High, left.High - right.Low);

    public WholeTerm Multiply(WholeTerm left, WholeTerm right)
    {
        BigInteger[] corners = [left.Low * right.Low, left.Low * right.High, left.High * right.Low, left.High * right.High];
        var (narrow, wide) = left.High - left.Low <= right.High - right.Low ? (left, right) : (right, left);
        var text = narrow.IsKnown || narrow.High - narrow.Low >= MostCases ? $"(* {left.Text} {right.Text})" : Cases(narrow, wide);
        return Named(text, corners.Min(), corners.Max());
    }

    /// <summary>A product by cases, which are linear: of the number of a thread, say. What is linear is decided.</summary>
    private static string Cases(WholeTerm narrow, WholeTerm wide)
    {
        var text = Product(narrow.High);
        for (var number = narrow.High - 1; number >= narrow.Low; number--)
        {
            text = $"(ite (= {narrow.Text} {WholeTerm.Of(number).Text}) {Product(number)} {text})";
        }

        return text;

        string Product(BigInteger number) => $"(* {WholeTerm.Of(number).Text} {wide.Text})";
    }

    /// <summary>Towards zero, as in C; any number where the divisor is zero. SMT-LIB's remainder is never negative.</summary>
    public WholeTerm Divide(WholeTerm left, WholeTerm right)
    {
        if (left.Low.Sign >= 0 && right.Low.Sign > 0)
        {
            return Named($"(div {left.Text} {right.Text})", left.Low / right.High, left.High / right.Low);
        }

        var most = Magnitude(left);
        return Named($"(ite (>= {left.Text} 0) (div {left.Text} {right.Text}) (- (div (- {left.Text}) {right.Text})))", -most, most);
    }

    /// <summary>With the sign of the dividend, as in C.</summary>
    public WholeTerm Remainder(WholeTerm left, WholeTerm right)
    {
        if (left.Low.Sign >= 0 && right.Low.Sign > 0)
        {
            return Named($"(mod {left.Text} {right.Text})", 0, BigInteger.Min(left.High, right.High - 1));
        }

        var most = BigInteger.Min(Magnitude(left), BigInteger.Max(0, Magnitude(right) - 1));
        var low = left.Low.Sign >= 0 ? 0 : -most;
        var high = left.High.Sign <= 0 ? 0 : most;
        return Named($"(ite (>= {left.Text} 0) (mod {left.Text} {right.Text}) (- (mod (- {left.Text}) {right.Text})))", low, high);
    }

    /// <summary>Towards minus infinity, by a positive number that is known.</summary>
    public WholeTerm Floor(WholeTerm number, BigInteger divisor) => Named(
        $"(div {number.Text} {WholeTerm.Of(divisor).Text})", FloorDivision.Of(number.Low, divisor), FloorDivision.Of(number.High, divisor));

    /// <summary>What is left of <see cref="Floor"/>.</summary>
    public WholeTerm Modulo(WholeTerm number, BigInteger divisor) =>
        number.Low.Sign >= 0 && number.High < divisor ? number : Named($"(mod {number.Text} {WholeTerm.Of(divisor).Text})", 0, divisor - 1);

    /// <summary>The number of a range with the same bits: unsigned arithmetic, and gcc's conversions to signed types.</summary>
    public WholeTerm Wrapped(WholeTerm number, IntegerRange range)
    {
        if (number.IsWithin(range))
        {
            return number;
        }

        var count = WholeTerm.Of(range.Count);
        return range.Least.IsZero && number.Low >= -range.Count && number.High <= range.Greatest
            ? Named($"(ite (< {number.Text} 0) (+ {number.Text} {count.Text}) {number.Text})", range.Least, range.Greatest)
            : Named($"(+ (mod (- {number.Text} {WholeTerm.Of(range.Least).Text}) {count.Text}) {WholeTerm.Of(range.Least).Text})", range.Least, range.Greatest);
    }

    /// <summary>The number itself where the range holds it. Where signed arithmetic overflows, anything may come of it.</summary>
    public WholeTerm Checked(WholeTerm number, IntegerRange range)
    {
        if (number.IsWithin(range))
        {
            return number;
        }

        var result = Fresh(range.Least, range.Greatest);
        State(result, $"(=> {Between(number, range.Least, range.Greatest)} (= {result.Text} {number.Text}))");
        return result;
    }

    private static BigInteger Magnitude(WholeTerm term) => BigInteger.Max(BigInteger.Abs(term.Low), BigInteger.Abs(term.High));
}
