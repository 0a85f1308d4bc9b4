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
        .. typeof(TechniqueSuite).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(TechniqueDetector)) && !type.IsAbstract)
            .Select(type => (TechniqueDetector)Activator.CreateInstance(type)!)
            .OrderBy(detector => detector.Technique, StringComparer.Ordinal),
    ];

    /// <summary>What a call of the entry point uses, in the order of the text; nothing when the file does not define it.</summary>
    public static ImmutableArray<TechniqueFinding> Find(SyntaxTree tree, string entryPoint)
    {
        var loose = LooseModule.Of(tree);
        return loose.Module.Functions.LastOrDefault(function => function.Name == entryPoint && function.Body is not null) is { } entry
            ? Find(KernelNest.Of(loose, entry))
            : [];
    }

    public static ImmutableArray<TechniqueFinding> Find(KernelNest nest) =>
    [
        .. All.SelectMany(detector => detector.Find(nest)).Distinct()
            .OrderBy(finding => finding.Span).ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal),
    ];
}
