using HpcVerify.Parser.Kernels;

namespace HpcVerify.Detectors.Techniques.Nests;

/// <summary>Values that are another one, plus something.</summary>
public static class Growth
{
    /// <summary>Whether a value is what a place holds with something added, subtracted, or taken instead by a comparison.</summary>
    public static bool GrowsOutOf(this KernelNest nest, Value value, Place place) => GrowsOutOf(nest, value, place, []);

    private static bool GrowsOutOf(KernelNest nest, Value value, Place place, HashSet<Variable> seen) => value switch
    {
        Value.Load load when load.Place.Equals(place) => true,
        Value.Load { Place: Place.Named named } => seen.Add(named.Variable) && nest.OnlyDefinitionOf(named.Variable) is { } only && GrowsOutOf(nest, only.Value!, place, seen),
        _ => Terms(value).Any(term => GrowsOutOf(nest, term, place, seen)),
    };

    /// <summary>The operands that a value grows out of: <c>a</c> and <c>b</c> of <c>a + b</c>, <c>c</c> of a fused <c>a * b + c</c>.</summary>
    public static IEnumerable<Value> Terms(Value value) => value switch
    {
        Value.Convert convert => [convert.Operand],
        Value.Binary { Operation: Operation.Add } binary => [binary.Left, binary.Right],
        Value.Binary { Operation: Operation.Subtract } binary => [binary.Left],
        Value.Select select => [select.WhenTrue, select.WhenFalse],
        Value.PureCall call when Instruction.Of(call.Target) is { IsAccumulating: true } instruction => instruction.IsFused
            ? call.Arguments.Where(argument => argument.Type.Equals(call.Type)).TakeLast(1)
            : call.Arguments.Where(argument => argument.Type.Equals(call.Type)),
        _ => [],
    };

    /// <summary>Whether a value is a sum, and not only chosen, converted or copied.</summary>
    public static bool IsSum(Value value) => value is Value.Binary { Operation: Operation.Add or Operation.Subtract }
        || (value is Value.PureCall call && Instruction.Of(call.Target) is { IsAccumulating: true });
}
