using System.Collections.Immutable;
using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Techniques;

/// <summary>All technique detectors of this assembly, by name; kept apart from <see cref="DetectorSuite"/>, because a technique is no fault.</summary>
public static class TechniqueSuite
{
    public static readonly ImmutableArray<TechniqueDetector> All =
    [
        .. Implementations.Of<TechniqueDetector>(typeof(TechniqueSuite).Assembly)
            .Select(Implementations.Made<TechniqueDetector>)
            .OrderBy(detector => detector.Technique, StringComparer.Ordinal),
    ];

    /// <summary>What a call of the entry point uses, in the order of the text; nothing when the file does not define it.</summary>
    public static ImmutableArray<TechniqueFinding> Find(SyntaxTree tree, string entryPoint) => Find(tree, entryPoint, All);

    /// <summary>The names of those, each once, in alphabetical order.</summary>
    public static ImmutableArray<string> Names(SyntaxTree tree, string entryPoint) =>
        [.. Find(tree, entryPoint).Select(finding => finding.Technique).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The same of some techniques only.</summary>
    public static ImmutableArray<TechniqueFinding> Find(SyntaxTree tree, string entryPoint, IEnumerable<TechniqueDetector> detectors)
    {
        var loose = LooseModule.Of(tree);
        return loose.Module.Functions.LastOrDefault(function => function.Name == entryPoint && function.Body is not null) is { } entry
            ? Find(KernelNest.Of(loose, entry), detectors)
            : [];
    }

    public static ImmutableArray<TechniqueFinding> Find(KernelNest nest, IEnumerable<TechniqueDetector> detectors) =>
    [
        .. detectors.SelectMany(detector => detector.Find(nest)).Distinct()
            .OrderBy(finding => finding.Span).ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal),
    ];
}
