using System.Collections.Immutable;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Text;

namespace HpcVerify.Detectors.Techniques;

/// <summary>One property of a technique where it was found: <c>tile</c> is <c>64x64</c>.</summary>
public sealed record TechniqueParameter(string Name, string Value);

/// <summary>One place that has a technique.</summary>
public sealed record TechniqueFinding(string Technique, Rule Rule, TextSpan Span, ImmutableArray<TechniqueParameter> Parameters)
{
    /// <summary>The parameters in words: <c>accumulators 8, vectors yes</c>; empty when there are none.</summary>
    public string Details => string.Join(", ", Parameters.Select(parameter => $"{parameter.Name} {parameter.Value}"));

    public Diagnostic Diagnostic => Rule.At(Span, Parameters.IsEmpty ? "" : $": {Details}");

    /// <summary>Leaves parameters out that are not known.</summary>
    public static ImmutableArray<TechniqueParameter> Known(params (string Name, string? Value)[] parameters) =>
        [.. parameters.Where(parameter => parameter.Value is not null).Select(parameter => new TechniqueParameter(parameter.Name, parameter.Value!))];

    public bool Equals(TechniqueFinding? other) => other is not null && Rule == other.Rule && Span == other.Span && Parameters.SequenceEqual(other.Parameters);

    public override int GetHashCode() => HashCode.Combine(Rule, Span, Parameters.Length);
}
