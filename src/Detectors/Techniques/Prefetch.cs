using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Diagnostics;

namespace HpcVerify.Detectors.Techniques;

/// <summary>A software prefetch.</summary>
public sealed class Prefetch : TechniqueDetector
{
    private static readonly Rule Found = new(
        "HV2005", Severity.Info, "Prefetch", "software prefetch{0}",
        "A prefetch intrinsic or builtin that is reached, directly or through a wrapper. A function of the file's own that is only called so is not.");

    public override string Technique => "prefetch";

    public override IEnumerable<TechniqueFinding> Find(KernelNest nest) =>
        from call in nest.Calls
        where Instruction.Of(call.Target) is { IsPrefetch: true }
        let distance = MemoryAccesses.AddressIn(call.Arguments) is { } address ? DistanceOf(nest, nest.Algebra.Of(address, call.At.Order), call.At) : null
        select new TechniqueFinding(Technique, Found, call.Span, TechniqueFinding.Known(("distance", distance)));

    /// <summary>
    /// How many turns of a loop ahead of its counter the address is: <c>B + (k + 8) * n + j</c> is <c>k+8</c>, because
    /// <c>n</c>, by which <c>k</c> is multiplied, is in it eight more times.
    /// </summary>
    private static string? DistanceOf(KernelNest nest, Polynomial address, NestStatement at) =>
        (from loop in at.Loop?.Chain ?? []
         let shape = loop.Shape
         where shape is not null
         let factor = address.FactorOf(shape.Atom)
         where factor is { IsZero: false }
         let ahead = (address - (factor * Polynomial.Atom(shape.Atom))).TimesOf(factor)
         where ahead != 0
         select $"{shape.Index.Name}{(ahead > 0 ? "+" : "")}{ahead}").FirstOrDefault();
}
