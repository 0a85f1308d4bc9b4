using System.Collections.Immutable;
using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Techniques;

/// <summary>Loops over tiles with another loop between a tile and its elements.</summary>
public sealed class CacheBlocking : TechniqueDetector
{
    private static readonly Rule Found = new(
        "HV2002", Severity.Info, "Cache blocking", "cache blocking{0}",
        "A loop over some dimension is strip-mined: an outer loop of step T >= 4 (constant or parameter), and an inner loop over the same dimension's tile "
        + "[start, start + T), clamped or not, with at least one loop over another dimension between the two, so that the tile is reused or shared. The outer "
        + "loop may count tiles by one or count down, and the inner one may count offsets from 0 and take steps. A strip whose loop follows at once, or lies "
        + "in another strip of the same dimension, is none; nor is a tile of one, a step that skips elements for good, a step whose elements are written out, "
        + "a thread's share, or a loop over an array of accumulators.");

    private const long SmallestTile = 4;

    public override string Technique => "cache-blocking";

    public override IEnumerable<TechniqueFinding> Find(KernelNest nest)
    {
        var registers = nest.Accumulators.Where(accumulator => accumulator.Root.Type is CType.Array).Select(accumulator => accumulator.Root).ToHashSet();
        var tilings = (
            from inner in nest.Loops
            where inner is { Shape: not null, Outer: not null } && !IndexesAny(nest, inner, registers)
            from outer in inner.Outer!.Chain
            where outer.Shape is not null && HasLoopBetween(nest, outer, inner)
            let size = SizeOf(nest, outer, inner)
            where size is not null
            select (Outer: outer, Size: size)).ToList();
        return
            from tiling in tilings
            group tiling by tiling.Outer.Chain.Last() into blocks
            let outermost = blocks.MinBy(tiling => tiling.Outer.Order)
            let sizes = blocks.DistinctBy(tiling => tiling.Outer).OrderBy(tiling => tiling.Outer.Order).Select(tiling => tiling.Size)
            select new TechniqueFinding(Technique, Found, outermost.Outer.Span, TechniqueFinding.Known(("tile", string.Join('x', sizes))));
    }

    /// <summary>The register block's own loops have the shape of tiles, and are none.</summary>
    private static bool IndexesAny(KernelNest nest, NestLoop loop, HashSet<Variable> arrays) =>
        arrays.Count > 0 && nest.Statements.Any(at => loop.Contains(at.Loop) && at.Nodes.OfType<Place.Element>()
            .Any(element => element.Root is { } root && arrays.Contains(root) && KernelWalk.Mentions(nest.Algebra.Resolved(element.Index), loop.Shape!.Index)));

    private static bool HasLoopBetween(KernelNest nest, NestLoop outer, NestLoop inner) =>
        inner.Outer!.Chain.TakeWhile(loop => loop != outer)
            .Any(loop => loop.Shape is null || !loop.Shape.Lower.Any(lower => lower.Contains(outer.Shape!.Atom)));

    /// <summary>The tile's size in words when the inner loop runs over a tile of the outer one; null when it does not.</summary>
    private static string? SizeOf(KernelNest nest, NestLoop outer, NestLoop inner)
    {
        var (tiles, elements) = (outer.Shape!, inner.Shape!);
        var size = (
            from lower in elements.Lower
            from bound in elements.Bounds
            let length = elements.IsDecreasing ? lower - bound : bound - lower
            where IsSize(nest, length) && IsTile(nest, outer, inner, lower, length)
            select length).FirstOrDefault();
        return size is null ? null
            : size.Constant is { } number ? $"{number}"
            : string.Join('*', size.Atoms.Select(atom => ((Variable)nest.Algebra.AtomOf(atom)).Name));
    }

    /// <summary>A constant of four or more, or something the caller gave.</summary>
    private static bool IsSize(KernelNest nest, Polynomial length) =>
        length.Constant is { } number ? number >= SmallestTile : length.Atoms.All(atom => nest.Algebra.AtomOf(atom) is Variable { Type: CType.Integer });

    private static bool IsTile(KernelNest nest, NestLoop outer, NestLoop inner, Polynomial lower, Polynomial length) =>
        lower.FactorOf(outer.Shape!.Atom) switch
        {
            null => false,
            { IsZero: true } => lower.IsZero && IsStep(nest, outer, length) && AddsOffset(nest, outer.Shape, inner),
            { Constant: 1 } when IsStep(nest, outer, length) => true,
            var factor => outer.Shape.Stride == 1 && factor.Equals(length),
        };

    /// <summary>Threads that take tiles in turn step over those of the others.</summary>
    private static bool IsStep(KernelNest nest, NestLoop outer, Polynomial length) =>
        outer.Shape!.Steps.Any(step => step.Equals(length) || step.Equals(Polynomial.Zero - length)
            || (length.Constant is { } number && step.IsMultipleOf(number) && ManualSplit.Splits(nest, outer)));

    /// <summary>Whether some address has the tile's start and the offset in it by the same factor: <c>(start + offset) * n</c>.</summary>
    private static bool AddsOffset(KernelNest nest, LoopShape tiles, NestLoop inner) =>
        nest.Statements.Where(at => inner.Contains(at.Loop))
            .SelectMany(at => at.Nodes.OfType<Place>().Where(MemoryAccesses.IsMemory).Select(place => nest.Algebra.AddressOf(place, at.Order))
                .Concat(at.Nodes.OfType<Value.PureCall>().Select(call => MemoryAccesses.AddressIn(call.Arguments)).OfType<Value>().Select(address => nest.Algebra.Of(address, at.Order))))
            .Any(address => address.FactorOf(inner.Shape!.Atom) is { IsZero: false } factor && factor.Equals(address.FactorOf(tiles.Atom)));
}
