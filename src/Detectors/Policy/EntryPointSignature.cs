using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Policy;

/// <summary>
/// An entry point of another type than the task's. Parameter names, qualifiers and the spelling of arrays are free;
/// the result, the number and order of parameters and their element types are not.
/// </summary>
public sealed class EntryPointSignature : Detector
{
    private static readonly Rule Wrong = new(
        "HV1001", Severity.Error, "Wrong signature", "{0} of '{1}' is '{2}', expected '{3}'",
        "The caller is compiled against the task's prototype, so a function of another type reads the wrong registers. Copy the "
        + "prototype from the task; names, 'const', 'restrict' and 'double a[]' for 'double *a' are free.");

    public override IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context) =>
        tree.Definition(context.EntryPoint) is { } function ? Differences(function, context.Prototype) : [];

    /// <summary>The definition's own parameters count: an earlier declaration may have said less (<c>void f();</c>).</summary>
    private static IEnumerable<Diagnostic> Differences(Declaration.Function function, CType.Function expected)
    {
        var name = function.Symbol.Name;
        if (!IsSame(function.Type.Result, expected.Result))
        {
            yield return Wrong.At(function.NameSpan, "result", name, TypeSpelling.Of(function.Type.Result), TypeSpelling.Of(expected.Result));
        }

        if (function.Parameters.Length != expected.Parameters.Length || function.Type.IsVariadic != expected.IsVariadic)
        {
            yield return Wrong.At(
                function.NameSpan, "number of parameters", name, Count(function.Parameters.Length, function.Type), Count(expected.Parameters.Length, expected));
            yield break;
        }

        foreach (var (parameter, type) in function.Parameters.Zip(expected.Parameters).Where(pair => !IsSame(pair.First.Type, pair.Second)))
        {
            yield return Wrong.At(parameter.Span, $"parameter '{parameter.Name}'", name, TypeSpelling.Of(parameter.Type), TypeSpelling.Of(type));
        }
    }

    private static string Count(int parameters, CType.Function type) => parameters + (type.IsVariadic ? ", ..." : "");

    /// <summary>Compatible types (C17 6.2.7) once qualifiers other than <c>_Atomic</c> are dropped at every level.</summary>
    private static bool IsSame(CType written, CType expected) => (written, expected) switch
    {
        _ when (written.Qualifiers & Qualifiers.Atomic) != (expected.Qualifiers & Qualifiers.Atomic) => false,
        (CType.Pointer left, CType.Pointer right) => IsSame(left.Pointee, right.Pointee),
        (CType.Array left, CType.Array right) =>
            (left.Count is null || right.Count is null || left.Count == right.Count) && IsSame(left.Element, right.Element),
        (CType.Array left, CType.VariableArray right) => IsSame(left.Element, right.Element),
        (CType.VariableArray left, CType.Array right) => IsSame(left.Element, right.Element),
        (CType.VariableArray left, CType.VariableArray right) => IsSame(left.Element, right.Element),
        (CType.Complex left, CType.Complex right) => IsSame(left.Component, right.Component),
        (CType.Vector left, CType.Vector right) => left.Lanes == right.Lanes && IsSame(left.Element, right.Element),
        (CType.Function left, CType.Function right) =>
            left.IsVariadic == right.IsVariadic
            && IsSame(left.Result, right.Result)
            && left.Parameters.Length == right.Parameters.Length
            && left.Parameters.Zip(right.Parameters).All(pair => IsSame(pair.First, pair.Second)),
        _ => written.Unqualified.Equals(expected.Unqualified),
    };
}
