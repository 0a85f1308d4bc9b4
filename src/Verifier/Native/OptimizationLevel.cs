using System.Collections.Immutable;

namespace HpcVerify.Verifier.Native;

/// <summary>The levels of optimisation at which kernels are built.</summary>
public enum OptimizationLevel
{
    /// <summary><c>-O0</c>.</summary>
    None,

    /// <summary><c>-O1</c>.</summary>
    Some,

    /// <summary><c>-O3</c>.</summary>
    Full,
}

/// <summary>What the levels are called.</summary>
public static class OptimizationLevels
{
    /// <summary>In the order of the levels.</summary>
    public static ImmutableArray<string> Names { get; } = ["O0", "O1", "O3"];

    public static string Name(this OptimizationLevel level) => Names[(int)level];

    /// <summary>The level of one of the names; all others mean the highest.</summary>
    public static OptimizationLevel Named(string name) => Names.IndexOf(name) is var index and >= 0 ? (OptimizationLevel)index : OptimizationLevel.Full;
}
