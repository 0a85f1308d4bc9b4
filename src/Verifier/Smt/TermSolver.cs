using System.Globalization;
using System.Text;
using HpcVerify.Verifier.Terms;
using Microsoft.Z3;

namespace HpcVerify.Verifier.Smt;

/// <summary>
/// Asks Z3 about terms of one store, within a budget that does not depend on the machine. Floating arithmetic is left open at
/// first: what holds for any results of it holds (an abstraction that is exact on structure, choices and comparisons); only
/// where that does not answer are small questions asked with the arithmetic of IEEE 754.
/// </summary>
public sealed class TermSolver(TermStore store, uint resources)
{
    /// <summary>Beyond so many operations a question in full arithmetic is not worth asking: circuits of multipliers do not end.</summary>
    private const int MostArithmetic = 64;

    /// <summary>The longest text that is asked.</summary>
    private const int MostOperations = 200_000;

    public SolverAnswer Solve(IReadOnlyCollection<Term> conditions)
    {
        if (NativeLibraries.Probe() is not { } library)
        {
            return new SolverAnswer.Undecided("Z3 is not installed");
        }

        var terms = TermWalk.InOrder(store, conditions).ToList();
        if (terms.Count > MostOperations)
        {
            return new SolverAnswer.Undecided("too many operations for a solver");
        }

        var arithmetic = terms.Count(term => IsArithmetic(store.OperatorOf(term)));
        var open = arithmetic == 0 ? null : Asked(conditions, IsArithmetic, library.Version);
        return open is SolverAnswer.Impossible ? open
            : arithmetic <= MostArithmetic ? Asked(conditions, _ => false, library.Version)
            : new SolverAnswer.Undecided("it depends on the results of floating arithmetic");
    }

    private static bool IsArithmetic(Operator operation) => operation is Operator.FloatAdd or Operator.FloatSubtract or Operator.FloatMultiply
        or Operator.FloatDivide or Operator.FloatFusedMultiplyAdd or Operator.FloatSquareRoot;

    private SolverAnswer Asked(IReadOnlyCollection<Term> conditions, Func<Operator, bool> isOpen, string version)
    {
        var inputs = TermWalk.InOrder(store, conditions).Where(term => store.OperatorOf(term) == Operator.Input).ToList();
        var text = new StringBuilder(SmtText.Definitions(store, conditions, isOpen));
        foreach (var input in inputs)
        {
            // The bits of an input by a plain name: what a model says of them is easily read.
            var sort = store.SortOf(input);
            var bits = BitsName(input);
            text.Append(CultureInfo.InvariantCulture, $"(declare-const {bits} {(sort.Kind == SortKind.Boolean ? sort : Sort.Bits(sort.Width))})\n");
            text.Append(CultureInfo.InvariantCulture, $"(assert (= {SmtText.Name(store, input)} {(sort.IsFloating ? $"((_ to_fp {Exponent(sort)}) {bits})" : bits)}))\n");
        }

        foreach (var condition in conditions)
        {
            text.Append(CultureInfo.InvariantCulture, $"(assert {SmtText.Name(store, condition)})\n");
        }

        using var context = new Context();
        using var solver = context.MkSolver();
        solver.Parameters = context.MkParams().Add("rlimit", resources);
        solver.Assert(context.ParseSMTLIB2String(text.ToString()));
        return solver.Check() switch
        {
            Status.UNSATISFIABLE => new SolverAnswer.Impossible($"Z3 {version}"),
            Status.SATISFIABLE => new SolverAnswer.Possible(ValuesOf(solver.Model.ToString(), inputs)),
            _ => new SolverAnswer.Undecided(FormattableString.Invariant($"Z3 does not settle it within {resources} units of its work")),
        };
    }

    private static string BitsName(Term input) => FormattableString.Invariant($"in{input.Id}");

    private static string Exponent(Sort sort) => sort.Width == 32 ? "8 24" : "11 53";

    /// <summary>Lines such as <c>in5 -&gt; #x0000000000000007</c>.</summary>
    private Dictionary<string, ulong> ValuesOf(string model, IEnumerable<Term> inputs)
    {
        var lines = model.Split('\n').Select(line => line.Split(" -> ", 2)).Where(parts => parts.Length == 2)
            .ToDictionary(parts => parts[0].Trim(), parts => parts[1].Trim(), StringComparer.Ordinal);
        return inputs.ToDictionary(store.NameOf, input => lines.GetValueOrDefault(BitsName(input)) is { } text ? BitsOf(text) : 0, StringComparer.Ordinal);
    }

    private static ulong BitsOf(string text) =>
        text.StartsWith("#x", StringComparison.Ordinal) && ulong.TryParse(text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hexadecimal) ? hexadecimal
        : text.StartsWith("#b", StringComparison.Ordinal) && ulong.TryParse(text.AsSpan(2), NumberStyles.BinaryNumber, CultureInfo.InvariantCulture, out var binary) ? binary
        : text == "true" ? 1UL
        : 0;
}
