using System.Collections.Immutable;

namespace HpcVerify.Verifier.Parametric.Extracting;

/// <summary>Conditions that lead from one point of the program to a later one.</summary>
internal static class Paths
{
    /// <summary>What a longer path says that the path it goes on from does not.</summary>
    public static Formula Beyond(Formula start, Formula path)
    {
        var known = Parts(start).ToHashSet();
        return Formula.And(Parts(path).Where(part => !known.Contains(part)));
    }

    private static ImmutableArray<Formula> Parts(Formula formula) => formula is Formula.All all ? all.Parts : [formula];
}
