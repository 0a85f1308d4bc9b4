using System.Collections.Immutable;
using System.Reflection;
using HpcVerify.Detectors.Patterns;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors;

/// <summary>All detectors of this assembly, in the order of their first rule.</summary>
public static class DetectorSuite
{
    public static readonly ImmutableArray<Detector> All =
    [
        .. Implementations.Of<Detector>(typeof(DetectorSuite).Assembly)
            .OrderBy(FirstRule, StringComparer.Ordinal)
            .Select(Implementations.Made<Detector>),
    ];

    /// <summary>What all detectors and all bug patterns find, each finding once, in the order it is printed.</summary>
    public static ImmutableArray<Diagnostic> Detect(SyntaxTree tree, DetectionContext context) =>
        [.. All.SelectMany(detector => detector.Detect(tree, context)).Concat(PatternSuite.Find(tree, context)).Distinct().Order(Diagnostic.Order)];

    private static string FirstRule(Type detector) =>
        detector.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
            .Where(field => field.FieldType == typeof(Rule))
            .Select(field => ((Rule)field.GetValue(null)!).Id)
            .Order(StringComparer.Ordinal)
            .First();
}
