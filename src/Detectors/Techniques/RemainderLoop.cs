using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Text;

namespace HpcVerify.Detectors.Techniques;

/// <summary>Code for the elements that a main loop of larger steps left over.</summary>
public sealed class RemainderLoop : TechniqueDetector
{
    private static readonly Rule Found = new(
        "HV2013", Severity.Info, "Remainder loop", "elements left over are handled{0}",
        "A loop or statement group after a main loop of step T >= 2 that handles the elements left over. It may be masked. A clamped tile, a masked turn, a "
        + "prologue and a second pass are not.");

    public override string Technique => "remainder-loop";

    public override IEnumerable<TechniqueFinding> Find(KernelNest nest) =>
        from main in nest.Loops
        where main.Shape is { Stride: > 1 }
        let place = RemainderOf(nest, main)
        where place is not null
        select new TechniqueFinding(Technique, Found, place.Value, TechniqueFinding.Known(("step", $"{main.Shape!.Stride}")));

    /// <summary>The first place after the loop that goes on with its counter, or a loop that begins where it ended.</summary>
    private static TextSpan? RemainderOf(KernelNest nest, NestLoop main)
    {
        var shape = main.Shape!;
        var end = main.Outer?.End ?? int.MaxValue;
        var reset = nest.DefinitionsOf(shape.Index)
            .Where(definition => definition.At.Order >= main.End && nest.Algebra.ConstantStep(definition, shape.Index) is null)
            .Select(definition => definition.At.Order).DefaultIfEmpty(int.MaxValue).Min();
        var continuing = nest.Loops.FirstOrDefault(loop => loop.Order >= main.End && loop.Order < end
            && loop.Shape is { } other
            && ((loop.Order < reset && other.Lower.Any(lower => lower.Contains(shape.Atom)))
                || (loop.Outer == main.Outer && other.Lower.Any(lower => lower.Constant is null && shape.Bounds.Contains(lower)))));
        var touching = nest.Statements.FirstOrDefault(at => at.Order >= main.End && at.Order < Math.Min(end, reset) && Touches(nest, at, shape.Atom));
        return continuing?.Span ?? touching?.Statement.Span;
    }

    private static bool Touches(KernelNest nest, NestStatement at, int atom) =>
        nest.WrittenBy(at)?.Address.Contains(atom) == true
        || at.Nodes.OfType<Value.Load>().Any(load => MemoryAccesses.IsMemory(load.Place) && nest.Algebra.AddressOf(load.Place, at.Order).Contains(atom))
        || at.Nodes.OfType<Value.PureCall>().Any(call => MemoryAccesses.AddressIn(call.Arguments) is { } address && nest.Algebra.Of(address, at.Order).Contains(atom));
}
