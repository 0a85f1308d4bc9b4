using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Microsoft.Z3;

namespace HpcVerify.Verifier.Smt;

/// <summary>What Z3 says of a condition on integers.</summary>
public abstract record IntegerAnswer
{
    private IntegerAnswer() { }

    /// <param name="Prover">Who says so, with its version.</param>
    public sealed record Unsatisfiable(string Prover) : IntegerAnswer;

    /// <summary>Values by name; what is not named may be anything.</summary>
    public sealed record Satisfiable(ImmutableDictionary<string, BigInteger> Values) : IntegerAnswer;

    public sealed record Undecided(string Reason) : IntegerAnswer;
}

/// <summary>One question about integers in SMT-LIB.</summary>
public static class IntegerQuestion
{
    /// <param name="text">Declarations and assertions.</param>
    /// <param name="resources">What Z3 may spend, in units of its own that do not depend on the machine.</param>
    public static IntegerAnswer Ask(string text, uint resources) => PosedQuestion.Ask<IntegerAnswer>(
        text,
        resources,
        (prover, _, solver) => solver.Check() switch
        {
            Status.UNSATISFIABLE => new IntegerAnswer.Unsatisfiable(prover),
            Status.SATISFIABLE => new IntegerAnswer.Satisfiable(ValuesIn(solver.Model.ToString())),
            _ => new IntegerAnswer.Undecided(FormattableString.Invariant($"Z3 does not settle it within {resources} units of its work")),
        },
        new IntegerAnswer.Undecided("Z3 is not installed"));

    /// <summary>Lines such as <c>i_4 -&gt; (- 7)</c>.</summary>
    private static ImmutableDictionary<string, BigInteger> ValuesIn(string model) => model.Split('\n')
        .Select(line => line.Split(" -> ", 2)).Where(parts => parts.Length == 2)
        .Select(parts => (Name: parts[0].Trim(), Number: parts[1].Trim(' ', '(', ')').Replace("- ", "-", StringComparison.Ordinal)))
        .Where(item => BigInteger.TryParse(item.Number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
        .ToImmutableDictionary(item => item.Name, item => BigInteger.Parse(item.Number, CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
