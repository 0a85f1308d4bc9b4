using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Techniques;

/// <summary>Vectors of which only the lanes that are left are moved.</summary>
public sealed class MaskedTail : TechniqueDetector
{
    private static readonly Rule Found = new(
        "HV2012", Severity.Info, "Masked tail", "masked tail{0}",
        "A masked vector load or store that handles a remainder, in every turn or after the loop. Masks from comparisons of data and constant masks of all "
        + "lanes do not.");

    public override string Technique => "masked-tail";

    public override IEnumerable<TechniqueFinding> Find(KernelNest nest)
    {
        var limits = new Lazy<HashSet<object>>(() => LimitsOf(nest));
        return nest.Calls.Where(call => Instruction.Of(call.Target) is { IsMasked: true, IsVectorMove: true } && MaskOf(call) is { } mask && IsOfSizes(nest, mask, limits))
            .GroupBy(call => call.Target.Name)
            .Select(calls => new TechniqueFinding(Technique, Found, calls.First().Span, TechniqueFinding.Known(("by", calls.Key))));
    }

    /// <summary>The operand with the mask in its bits, or in the older instructions the vector after the address.</summary>
    private static Value? MaskOf(ModelCall call) =>
        Instruction.Of(call.Target)!.Operation is "maskload" or "maskstore"
            ? call.Arguments.ElementAtOrDefault(1)
            : call.Arguments.FirstOrDefault(argument => argument.Type is CType.Integer);

    /// <summary>Whether a mask depends on counters and sizes, and not on what arrays hold.</summary>
    private static bool IsOfSizes(KernelNest nest, Value mask, Lazy<HashSet<object>> limits)
    {
        var nodes = nest.Behind(mask).ToList();
        return !nodes.Any(node => IsData(node) && !limits.Value.Contains(node)) && nodes.Any(node => node is Value.Load { Type: CType.Integer, Place: Place.Named named }
            && (named.Variable.IsParameter || nest.Loops.Any(loop => loop.Shape?.Index == named.Variable)));
    }

    /// <summary>Where a row ends may stand in an array; a loop that stops there says that it is a size.</summary>
    private static HashSet<object> LimitsOf(KernelNest nest) =>
        [.. nest.Loops.Select(loop => loop.Statement.Condition).OfType<Value>().SelectMany(nest.Behind).Where(node => node is Value.Load)];

    private static bool IsData(object node) => node switch
    {
        Value.Load load when MemoryAccesses.IsMemory(load.Place) => load.Place.Root is not { Storage: not StorageKind.Automatic },
        Value.PureCall call => MemoryAccesses.AddressIn(call.Arguments) is not null,
        _ => false,
    };
}
