using System.Collections.Immutable;
using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Native;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Patterns;

/// <summary>All bug patterns of this assembly. They share one nest of the kernel, which is made once.</summary>
public static class PatternSuite
{
    /// <summary>Bodies of more statements, calls expanded, are not looked at, so that no input makes the search slow.</summary>
    private const int MostStatements = 3_000;

    /// <summary>The same for accesses of memory, which are compared with each other.</summary>
    private const int MostUses = 1_000;

    public static readonly ImmutableArray<PatternDetector> All =
    [
        .. Implementations.Of<PatternDetector>(typeof(PatternSuite).Assembly).Select(Implementations.Made<PatternDetector>),
    ];

    /// <summary>The ids of their rules.</summary>
    public static readonly ImmutableHashSet<string> Rules = [.. All.SelectMany(detector => Rule.DeclaredBy(detector.GetType())).Select(rule => rule.Id)];

    /// <summary>What a call of the entry point runs that looks like a bug; nothing when the file does not define it, or is not C.</summary>
    public static ImmutableArray<Diagnostic> Find(SyntaxTree tree, DetectionContext context) => Find(tree, new(() => LooseModule.Of(tree)), context);

    internal static ImmutableArray<Diagnostic> Find(SyntaxTree tree, Lazy<LooseModule> loose, DetectionContext context) =>
        tree.Errors.IsEmpty && tree.Definition(context.EntryPoint) is not null ? BigStack.Run(() => FindHere(loose.Value, context)) : [];

    private static ImmutableArray<Diagnostic> FindHere(LooseModule loose, DetectionContext context) =>
        loose.Module.Functions.LastOrDefault(function => function.Name == context.EntryPoint && function.Body is not null) is { } entry
            && Expansion.Of(loose.Module, entry) is { Size: <= MostStatements } expanded
            && new InspectedKernel(KernelNest.Of(loose, expanded), context.Contract) is { Uses.Length: <= MostUses } kernel
            ? Find(kernel)
            : [];

    public static ImmutableArray<Diagnostic> Find(InspectedKernel kernel) =>
        [.. All.SelectMany(detector => detector.Find(kernel)).Distinct().Order(Diagnostic.Order)];
}
