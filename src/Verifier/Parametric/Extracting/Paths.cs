using System.Collections.Immutable;

namespace HpcVerify.Verifier.Parametric.Extracting;

/// <summary>Conditions that lead from one point of the program to a later one.</summary>
internal static class Paths
{
    /// <summary>What a longer path says that the path it goes on from does not.</summary>
    public static Formula Beyond(Formula start, Formula path)
    {
        var known = start.Conjuncts.ToHashSet();
        return Formula.And(path.Conjuncts.Where(part => !known.Contains(part)));
    }
}
