using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Techniques;

/// <summary>Vector operations written as such.</summary>
public sealed class Simd : TechniqueDetector
{
    private static readonly Rule Found = new(
        "HV2003", Severity.Info, "SIMD", "vector operations{0}",
        "SSE, AVX or AVX-512 intrinsics on vectors, GNU vector types used in arithmetic, or `omp simd`, alone or combined, on a loop. Prefetches, fences, "
        + "allocation and scalar words from the intrinsics headers, a vector variable that is only declared, the size of a vector type, and hints of other "
        + "compilers are not.");

    public override string Technique => "simd";

    /// <summary>One finding for all intrinsics, one for arithmetic on vectors, and one for each directive.</summary>
    public override IEnumerable<TechniqueFinding> Find(KernelNest nest)
    {
        var intrinsics = nest.Calls.Where(call => Instruction.VectorsOf(call.Target).Any()).ToList();
        if (intrinsics.Count > 0)
        {
            var width = intrinsics.SelectMany(call => Instruction.VectorsOf(call.Target)).Max(WidthOf);
            var sets = intrinsics.Select(call => call.Target.InstructionSet).Where(set => set.Length > 0).Distinct().Order(StringComparer.Ordinal);
            yield return new(Technique, Found, intrinsics[0].Span, TechniqueFinding.Known(("width", $"{width}"), ("isa", string.Join('+', sets) is { Length: > 0 } isa ? isa : null)));
        }

        var arithmetic = nest.Nodes.Select(item => item.Node).OfType<Value>()
            .Where(value => value is Value.Binary { OperandType: CType.Vector } or Value.Unary { Type: CType.Vector }).ToList();
        if (arithmetic.Count > 0)
        {
            var width = arithmetic.Max(value => WidthOf(value is Value.Binary binary ? binary.OperandType : value.Type));
            yield return new(Technique, Found, arithmetic[0].Span, TechniqueFinding.Known(("width", $"{width}"), ("isa", "gnu vectors")));
        }

        var directives = nest.Regions.Where(region => region.Statement.Construct is Construct.Simd).Select(region => region.Statement.Span)
            .Concat(nest.Annotations.Where(annotation => annotation.Directive?.Has("simd") == true).Select(annotation => annotation.Span));
        foreach (var span in directives)
        {
            yield return new(Technique, Found, span, TechniqueFinding.Known(("isa", "omp simd")));
        }
    }

    private static long WidthOf(CType type) => type is CType.Vector vector
        ? vector.Lanes * (vector.Element switch { CType.Integer integer => integer.WidthInBits, CType.Floating floating => floating.WidthInBits, _ => 0L })
        : 0;
}
