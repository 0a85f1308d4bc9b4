namespace HpcVerify.Verifier.Reals;

/// <summary>How much work one comparison may be.</summary>
/// <param name="MaximalMonomials">The most monomials one polynomial may have.</param>
/// <param name="MaximalCases">The most ways in which the conditions of choices may be taken to come out.</param>
/// <param name="Trials">How many points are tried for a witness of a difference.</param>
public sealed record RealOptions(int MaximalMonomials, int MaximalCases, int Trials)
{
    /// <summary>Room for a dot product of thousands, and for a few nested choices.</summary>
    public static RealOptions Usual { get; } = new(MaximalMonomials: 1 << 16, MaximalCases: 64, Trials: 32);
}
