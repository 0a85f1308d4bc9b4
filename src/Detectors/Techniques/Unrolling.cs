using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Kernels;

namespace HpcVerify.Detectors.Techniques;

/// <summary>Loop bodies with copies of a statement for consecutive elements.</summary>
public sealed class Unrolling : TechniqueDetector
{
    private static readonly Rule Found = new(
        "HV2006", Severity.Info, "Unrolling", "unrolled loop{0}",
        "A loop body handles two or more consecutive values of its counter or pointer by written-out copies of a statement (step >= 2, also when unrolled and jammed "
        + "over an inner loop), or a pragma asks for it. Vector loops with one vector a step are not unrolled; with two or more consecutive vectors of the same "
        + "array, written out, they are. An inner loop over the copies does not write them out. Overlapping vectors or neighbours for one result, and fields of "
        + "one element, are no copies.");

    public override string Technique => "unrolling";

    public override IEnumerable<TechniqueFinding> Find(KernelNest nest)
    {
        foreach (var annotation in nest.Annotations.Where(IsRequest))
        {
            yield return new(Technique, Found, annotation.Span, TechniqueFinding.Known(("by", annotation.Text)));
        }

        var copies = new WrittenCopies(nest);
        foreach (var loop in nest.Loops.Where(loop => loop.Shape is { Stride: > 1 }))
        {
            if (copies.In(loop) is > 1 and var factor)
            {
                yield return new(Technique, Found, loop.Span, TechniqueFinding.Known(("factor", $"{factor}")));
            }
        }
    }

    /// <summary><c>GCC unroll 1</c> asks for none.</summary>
    private static bool IsRequest(Annotation annotation)
    {
        var words = annotation.Text.Split([' ', '\t', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        return annotation.Directive is { } directive ? directive.Has("unroll") : words.Contains("unroll") && words[^1] is not ("0" or "1" or "disable");
    }
}
