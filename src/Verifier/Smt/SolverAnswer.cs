namespace HpcVerify.Verifier.Smt;

/// <summary>Whether some inputs make given conditions true.</summary>
public abstract record SolverAnswer
{
    private SolverAnswer() { }

    /// <summary>None do, whatever values SMT-LIB leaves open.</summary>
    /// <param name="Prover">Who says so, with its version.</param>
    public sealed record Impossible(string Prover) : SolverAnswer;

    /// <summary>These inputs do, by their names; others may be anything. To be tried before it is believed.</summary>
    public sealed record Possible(IReadOnlyDictionary<string, ulong> Inputs) : SolverAnswer;

    public sealed record Undecided(string Reason) : SolverAnswer;
}
