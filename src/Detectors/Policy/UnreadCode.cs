using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.OpenMp;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Policy;

/// <summary>Code that the scoring compiler translates and no check has seen.</summary>
public sealed class UnreadCode : Detector
{
    private static readonly Rule Found = new(
        "HV7106", Severity.Warning, "Code that no check has seen", "what '{0}' makes the compiler run is not read",
        "The expressions of this directive become code, and the checks do not see them. The kernel is not scored, because nobody "
        + "could say what it does. Write the combination out, for instance in a critical section.");

    public override IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context) =>
        from pragma in WrittenPragma.In(tree)
        where pragma.Is("omp", "declare") && !pragma.Is("omp", "declare", "simd") && !pragma.Is("omp", "declare", "target")
        select Found.At(pragma.Span, pragma.Text);

    /// <summary>
    /// Why parts of a file were not looked at; null when all of it was. What libclang rejects and gcc compiles, such as a
    /// nested function, is missing from the tree without a trace.
    /// </summary>
    public static string? Reason(SyntaxTree tree, IEnumerable<Diagnostic> findings) =>
        tree.Errors.FirstOrDefault() is { } error ? $"gcc compiles what the checks cannot read: {error.Text}"
        : findings.FirstOrDefault(finding => finding.Rule == Found || finding.Rule == PragmaRules.Misplaced)?.Message;
}
