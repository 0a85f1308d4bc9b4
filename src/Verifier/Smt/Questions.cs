using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Z3;

namespace HpcVerify.Verifier.Smt;

/// <summary>
/// What Z3 was asked in one verification, and its answers. The same question about other elements has the same text and is
/// asked once.
/// </summary>
/// <param name="resources">What Z3 may spend on one question, in units of its own that do not depend on the machine.</param>
/// <param name="most">How many different questions are asked.</param>
public sealed class Questions(uint resources, int most)
{
    private readonly Dictionary<string, Answer> _answers = new(StringComparer.Ordinal);

    /// <summary>What Z3 said.</summary>
    internal abstract record Answer
    {
        private Answer() { }

        public sealed record Unsatisfiable(string Prover) : Answer;

        /// <param name="Inputs">The bits of the constants named <c>b0</c>, <c>b1</c> and so on.</param>
        public sealed record Satisfiable(ImmutableArray<ulong> Inputs) : Answer;

        public sealed record None(string Reason) : Answer;
    }

    /// <param name="text">Declarations and assertions.</param>
    /// <param name="inputs">How many inputs there are.</param>
    internal Answer Ask(string text, int inputs)
    {
        if (!_answers.TryGetValue(text, out var answer))
        {
            answer = _answers.Count < most ? Asked(text, inputs) : new Answer.None(FormattableString.Invariant($"more than {most} different questions"));
            _answers.Add(text, answer);
        }

        return answer;
    }

    private Answer Asked(string text, int inputs) => PosedQuestion.Ask<Answer>(
        text,
        resources,
        (prover, _, solver) => solver.Check() switch
        {
            Status.UNSATISFIABLE => new Answer.Unsatisfiable(prover),
            Status.SATISFIABLE => new Answer.Satisfiable(ValuesIn(solver.Model.ToString(), inputs)),
            _ => new Answer.None(FormattableString.Invariant($"Z3 does not settle it within {resources} units of its work")),
        },
        new Answer.None("Z3 is not installed"));

    /// <summary>Lines such as <c>b5 -&gt; #x0000000000000007</c>.</summary>
    private static ImmutableArray<ulong> ValuesIn(string model, int inputs)
    {
        // Between them stand functions, whose lines begin otherwise.
        var lines = model.Split('\n').Where(line => line.StartsWith('b')).Select(line => line.Split(" -> ", 2)).Where(parts => parts.Length == 2)
            .ToDictionary(parts => parts[0].Trim(), parts => parts[1].Trim(), StringComparer.Ordinal);
        return [.. Enumerable.Range(0, inputs).Select(index => lines.GetValueOrDefault(FormattableString.Invariant($"b{index}")) is { } text ? BitsOf(text) : 0)];
    }

    private static ulong BitsOf(string text) =>
        text.StartsWith("#x", StringComparison.Ordinal) && ulong.TryParse(text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hexadecimal) ? hexadecimal
        : text.StartsWith("#b", StringComparison.Ordinal) && ulong.TryParse(text.AsSpan(2), NumberStyles.BinaryNumber, CultureInfo.InvariantCulture, out var binary) ? binary
        : text == "true" ? 1UL
        : 0;
}
