using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors;

/// <summary>
/// One thing to look for in a kernel: a stateless class with its rules as static fields and its code beside them.
/// <see cref="DetectorSuite"/> finds it; there is nothing to register.
/// </summary>
public abstract class Detector
{
    /// <summary>Every finding, in any order. What is looked at is what is left after preprocessing, never the text.</summary>
    public abstract IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context);
}
