using System.Collections.Immutable;
using System.Reflection;
using HpcVerify.Detectors;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Rewards.Policy;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Cli;

/// <summary>The assemblies this program is made of, lowest first: where rules are declared.</summary>
public static class Layers
{
    public static ImmutableArray<Assembly> All { get; } =
        [typeof(Rule).Assembly, typeof(Toolchain).Assembly, typeof(Detector).Assembly, typeof(Level).Assembly, typeof(Layers).Assembly];

    /// <summary>Every rule by id. All types are looked at the first time, which takes longer than reading a kernel: ask only where rules are named by people.</summary>
    public static IReadOnlyList<Rule> Rules => Known.Value;

    private static readonly Lazy<IReadOnlyList<Rule>> Known = new(() => Rule.DeclaredIn(All));
}
