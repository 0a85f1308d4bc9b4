using System.Collections.Immutable;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Rewards.Policy;

/// <summary>The call that refutes a kernel, short enough to be sent and kept; with the whole of it, see <see cref="Counterexample"/>.</summary>
/// <param name="Start">Where in the submission, in bytes from its beginning.</param>
/// <param name="Threads">The size of the team.</param>
/// <param name="Thread">The thread that came to the place; null where no single one is to blame.</param>
/// <param name="Lane">The lane of a vector; null outside of vectors.</param>
/// <param name="Indices">What the counters of the loops around the place held, outermost first.</param>
/// <param name="Inputs">The first of the inputs that matter.</param>
public sealed record ProofWitness(
    string What, string Sizes, int Start, int Threads, int? Thread, int? Lane, DifferentElement? Element, ImmutableArray<LoopIndex> Indices, ImmutableArray<WitnessInput> Inputs)
{
    private const int MostInputs = 32;

    public static ProofWitness Of(Counterexample witness) => new(
        witness.What, witness.Sizes, witness.Span.Start, witness.Threads, witness.Thread, witness.Lane, witness.Element, witness.Indices,
        [.. witness.Inputs.Take(MostInputs).Select(input => new WitnessInput(input.Key, input.Value))]);
}

/// <summary>The value of one input element.</summary>
public readonly record struct WitnessInput(string Name, double Value);
