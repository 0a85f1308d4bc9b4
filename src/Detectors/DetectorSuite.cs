using System.Collections.Immutable;
using System.Reflection;
using HpcVerify.Detectors.Integrity;
using HpcVerify.Detectors.Integrity.Flow;
using HpcVerify.Detectors.Patterns;
using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Native;
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
    public static ImmutableArray<Diagnostic> Detect(SyntaxTree tree, DetectionContext context) => Detect(tree, context, []);

    /// <summary>The same with detectors of other people, which look after ours. The kernel form, and where values go, are worked out once for all that ask.</summary>
    public static ImmutableArray<Diagnostic> Detect(SyntaxTree tree, DetectionContext context, ImmutableArray<Detector> more) =>
        BigStack.Run(() => DetectHere(tree, context, more));

    private static ImmutableArray<Diagnostic> DetectHere(SyntaxTree tree, DetectionContext context, ImmutableArray<Detector> more)
    {
        var loose = new Lazy<LooseModule>(() => LooseModule.Of(tree));
        var flow = new Lazy<DataFlow?>(() => DataFlow.Of(tree, loose, context));
        return
        [
            .. All.Concat(more)
                .SelectMany(detector => detector is not FlowDetector looking ? detector.Detect(tree, context) : flow.Value is { } known ? looking.Look(known, context) : [])
                .Concat(PatternSuite.Find(tree, loose, context)).Distinct().Order(Diagnostic.Order),
        ];
    }

    private static string FirstRule(Type detector) =>
        detector.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
            .Where(field => field.FieldType == typeof(Rule))
            .Select(field => ((Rule)field.GetValue(null)!).Id)
            .Order(StringComparer.Ordinal)
            .First();
}
