using System.Numerics;
using HpcVerify.Detectors.Integrity.Flow;
using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Detectors.Integrity;

/// <summary>Arithmetic on less precise numbers than the reference's.</summary>
public sealed class PrecisionDowngrade : FlowDetector
{
    private static readonly Rule Found = new(
        "HV7209", Severity.Warning, "Less precise than the reference", "{0}, and the reference computes in {1} bits",
        "Narrow numbers are fast and lose digits that a loose comparison does not see. Reported is where numbers that come from the caller become narrower than the narrowest floating type in which the reference holds them, or integers where the reference makes none, where their last bits are masked or shifted away, and where "
        + "the estimate of a reciprocal or root is used without a step of refinement. Types are the reference's: half precision is no finding where the task has it, nor is a wider type, an index or a size. Compute in the task's own type.");

    internal override IEnumerable<Diagnostic> Look(DataFlow flow, DetectionContext context) =>
        context.Specification is { NarrowestWidthInBits: > 0 } specification
            ? Conversions(flow, specification).Concat(ClearedBits(flow, specification)).Concat(KeptHalves(flow, specification)).Concat(Instructions(flow, specification)).Select(place => Found.At(place.Span, place.What, specification.NarrowestWidthInBits))
            : [];

    private static IEnumerable<(TextSpan Span, string What)> Conversions(DataFlow flow, Specification specification) =>
        from item in flow.Walk.Values
        let convert = item.Value as Value.Convert
        where convert is not null && specification.IsOfCaller(flow.Walk.Facts[convert].Sources)
        let what = convert switch
        {
            { Kind: ConversionKind.FloatingNarrow } when Precision.WidthInBits(convert.Type) is var width && width < specification.NarrowestWidthInBits => $"'{flow.TextOf(convert)}' is rounded to {width} bits",
            { Kind: ConversionKind.FloatingToInteger } when !specification.TruncatesNumbers => $"'{flow.TextOf(convert)}' becomes an integer",
            _ => null,
        }
        where what is not null
        select (convert.Span, what);

    /// <summary><code>memcpy(&amp;bits, &amp;value, sizeof bits);   bits &amp;= ~0x3FFFFFF;</code></summary>
    private static IEnumerable<(TextSpan Span, string What)> ClearedBits(DataFlow flow, Specification specification) =>
        from item in flow.Walk.Values
        let clearing = item.Value as Value.Binary
        where clearing is { Operation: Operation.BitwiseAnd, Type: CType.Integer { WidthInBits: var width } }
            && (KeepsLeadingBits(ConstantNumber.Of(clearing.Left), width) || KeepsLeadingBits(ConstantNumber.Of(clearing.Right), width))
            && (flow.Walk.Facts[clearing].Sources.ContentsOf & specification.FloatingBuffers) != 0
        select (clearing.Span, $"'{flow.TextOf(clearing)}' clears the last bits");

    /// <summary><code>memcpy(&amp;bits, &amp;value, sizeof bits);   unsigned short half = bits >> 16;</code></summary>
    private static IEnumerable<(TextSpan Span, string What)> KeptHalves(DataFlow flow, Specification specification) =>
        from item in flow.Walk.Values
        let cut = item.Value as Value.Convert
        where cut is { Kind: ConversionKind.Truncate, Type: CType.Integer { WidthInBits: (int)FloatingWidth.Half }, Operand: Value.Binary { Operation: Operation.ShiftRight, Type: CType.Integer { WidthInBits: (int)FloatingWidth.Single } } }
            && ConstantNumber.Of(((Value.Binary)cut.Operand).Right) == (int)FloatingWidth.Half
            && (flow.Walk.Facts[cut].Sources.ContentsOf & specification.FloatingBuffers) != 0 && specification.NarrowestWidthInBits > (int)FloatingWidth.Half
        select (cut.Span, $"'{flow.TextOf(cut)}' keeps the leading 16 bits");

    /// <summary>Whether a mask leaves sign, exponent and some of the digits, and not the last; one for sign or exponent alone takes numbers apart.</summary>
    private static bool KeepsLeadingBits(BigInteger? mask, int width)
    {
        const int DoubleWidth = 64, SignAndExponentOfDouble = 12, SignAndExponentOfFloat = 9;
        var bits = mask is { } number ? (ulong)(number & ((BigInteger.One << width) - 1)) : 0;
        return (bits & 1) == 0 && BitOperations.PopCount(bits) > (width == DoubleWidth ? SignAndExponentOfDouble : SignAndExponentOfFloat);
    }

    private static IEnumerable<(TextSpan Span, string What)> Instructions(DataFlow flow, Specification specification) =>
        from call in flow.Walk.Calls
        where specification.IsOfCaller(call.Result.Sources)
        let what = IsEstimate(call, specification) ? $"'{call.Target.Name}' is an estimate that nothing refines" : Narrowing(call, specification)
        where what is not null && (!IsEstimate(call, specification) || !flow.Walk.HasRefinement)
        select (call.Span, what);

    private static bool IsEstimate(ForeignCall call, Specification specification) =>
        call.Result.Sources.Has(Sources.Approximation) && specification.NarrowestWidthInBits > (int)FloatingWidth.Half && IsEstimate(call.Target.Name);

    private static bool IsEstimate(string name) => name.Contains("rcp", StringComparison.Ordinal) || name.Contains("rsqrt", StringComparison.Ordinal);

    /// <summary>Conversions of vectors, by the types before and after: to narrower numbers, or to integers. A cast keeps the bits.</summary>
    private static string? Narrowing(ForeignCall call, Specification specification)
    {
        var taken = call.Arguments.Select(argument => Precision.WidthInBits(argument.Type)).DefaultIfEmpty(0).Max();
        var isConversion = call.Arguments.Any(argument => argument.Type is CType.Vector) && call.Target.Name.Contains("cvt", StringComparison.Ordinal);
        var left = Precision.WidthInBits(call.Type);
        return !isConversion || taken < specification.NarrowestWidthInBits ? null
            : left > 0 && left < specification.NarrowestWidthInBits ? $"'{call.Target.Name}' rounds to {left} bits"
            : left == 0 && call.Type is CType.Vector or CType.Integer && !specification.TruncatesNumbers ? $"'{call.Target.Name}' gives up the floating type"
            : null;
    }

    private enum FloatingWidth
    {
        Half = 16,
        Single = 32,
    }
}
