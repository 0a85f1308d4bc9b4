using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Techniques;

/// <summary>Elements of the output that are added to in place.</summary>
public sealed class ReadModifyWrite : TechniqueDetector
{
    private static readonly Rule Found = new(
        "HV2015", Severity.Info, "Read-modify-write", "output read, added to and written back{0}",
        "An element of the output array, one that the caller passed by whatever pointer, is read, added to and stored back: `C[i] += x`, `bins[b]++`, a load of C, "
        + "an addition and a store, or accumulators that start from C. Local and allocated buffers are no output, and `s[i] = s[i - 1] + x[i]` reads another element.");

    public override string Technique => "read-modify-write";

    public override IEnumerable<TechniqueFinding> Find(KernelNest nest) =>
        from update in
            from at in nest.Statements
            let write = nest.WrittenBy(at)
            where write is not null && Pointers.ToCallersMemory(nest, write.Address) && IsAddedTo(nest, write)
            select at
        group update by update.Loop into updates
        select new TechniqueFinding(Technique, Found, updates.First().Statement.Span, TechniqueFinding.Known(("statements", $"{updates.Count()}")));

    /// <summary>Whether what is stored is what the same element held, with something added.</summary>
    internal static bool IsAddedTo(KernelNest nest, MemoryWrite write)
    {
        var target = WithoutShortLoops(nest, write.Address, write.At.Order);
        var hasSum = false;
        var hasOld = false;
        var seen = new HashSet<Variable>();
        var pending = new Stack<(Value Value, int Order)>([(write.Value, write.At.Order)]);
        while (pending.TryPop(out var next))
        {
            hasSum |= Growth.IsSum(next.Value);
            hasOld |= AddressRead(nest, next.Value, next.Order) is { } address && WithoutShortLoops(nest, address, next.Order).Equals(target);
            foreach (var term in Growth.Terms(next.Value))
            {
                pending.Push((term, next.Order));
            }

            if (next.Value is Value.Load { Place.Root: { } root } && seen.Add(root))
            {
                foreach (var definition in nest.DefinitionsOf(root).Where(definition => definition.Value is not null))
                {
                    pending.Push((definition.Value!, definition.At.Order));
                }
            }
        }

        return hasSum && hasOld;
    }

    private static Polynomial? AddressRead(KernelNest nest, Value value, int order) => value switch
    {
        Value.Load load when MemoryAccesses.IsMemory(load.Place) => nest.Algebra.AddressOf(load.Place, order),
        Value.PureCall { Type: CType.Vector or CType.Floating } call when MemoryAccesses.AddressIn(call.Arguments) is { } address => nest.Algebra.Of(address, order),
        _ => null,
    };

    /// <summary>The loops that load a register block and those that store it have counters of their own, which run alike.</summary>
    private static Polynomial WithoutShortLoops(KernelNest nest, Polynomial address, int order)
    {
        foreach (var shape in nest.Loops.Where(loop => loop.Contains(order)).Select(loop => loop.Shape).OfType<LoopShape>())
        {
            if (shape.Turns is { } turns && address.FactorOf(shape.Atom) is { IsZero: false } factor)
            {
                var alike = nest.Algebra.NumberOf((shape.Lower[0].Constant, shape.Stride, turns));
                address = address - (factor * Polynomial.Atom(shape.Atom)) + (factor * Polynomial.Atom(alike));
            }
        }

        return address;
    }
}
