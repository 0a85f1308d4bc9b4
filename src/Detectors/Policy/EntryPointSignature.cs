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

    /// <summary>Whether a definition has the type that the task asks for.</summary>
    internal static bool IsRight(Declaration.Function function, CType.Function expected) => !Differences(function, expected).Any();

    /// <summary>The definition's own parameters count: an earlier declaration may have said less (<c>void f();</c>).</summary>
    private static IEnumerable<Diagnostic> Differences(Declaration.Function function, CType.Function expected)
    {
        var name = function.Symbol.Name;
        if (!IsSame(function.Type.Result, expected.Result))
        {
            yield return Wrong.At(function.NameSpan, "result", name, TypeSpelling.Of(function.Type.Result), TypeSpelling.Of(expected.Result));
        }

        if (function.Parameters.Length != expected.Parameters.Length || IsVariadic(function.Type) != IsVariadic(expected))
        {
            yield return Wrong.At(
                function.NameSpan, "number of parameters", name, Count(function.Parameters.Length, function.Type), Count(expected.Parameters.Length, expected));
            yield break;
        }

        foreach (var (parameter, type) in function.Parameters.Zip(expected.Parameters).Where(pair => !IsSame(Adjusted(pair.First.Type), Adjusted(pair.Second))))
        {
            yield return Wrong.At(parameter.Span, $"parameter '{parameter.Name}'", name, TypeSpelling.Of(Adjusted(parameter.Type)), TypeSpelling.Of(Adjusted(type)));
        }
    }

    private static string Count(int parameters, CType.Function type) => parameters + (IsVariadic(type) ? ", ..." : "");

    /// <summary>A type without a prototype, <c>void f()</c>, takes any arguments; the ellipsis itself needs a parameter before it.</summary>
    private static bool IsVariadic(CType.Function type) => type.IsVariadic && type.Parameters.Length > 0;

    /// <summary>A parameter written as an array or function is a pointer (C17 6.7.6.3).</summary>
    private static CType Adjusted(CType type) => type switch
    {
        CType.Array array => new CType.Pointer(array.Element, Qualifiers.None),
        CType.VariableArray array => new CType.Pointer(array.Element, Qualifiers.None),
        CType.Function => new CType.Pointer(type, Qualifiers.None),
        _ => type,
    };

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
            && left.Parameters.Zip(right.Parameters).All(pair => IsSame(Adjusted(pair.First), Adjusted(pair.Second))),
        _ => written.Unqualified.Equals(expected.Unqualified),
    };
}
