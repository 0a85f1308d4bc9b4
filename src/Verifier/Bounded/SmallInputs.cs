using HpcVerify.Parser.Contracts;
using HpcVerify.Verifier.Inputs;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

/// <summary>Inputs that a person can calculate with: integers from 1 to 9.</summary>
internal static class SmallInputs
{
    private const int Largest = 9;

    /// <summary>Zero for every input, with the same exception.</summary>
    public static Dictionary<string, ulong> Zeros(Contract contract, Dictionary<string, ulong> drawn, IEnumerable<(string Name, Sort Sort)> inputs) =>
        Filled(contract, drawn, inputs, _ => 0);

    /// <summary>A small integer for every input, except where the contract says which values a buffer may hold: those stay as drawn.</summary>
    public static Dictionary<string, ulong> Of(
        Contract contract, Dictionary<string, ulong> drawn, IEnumerable<(string Name, Sort Sort)> inputs, ulong seed)
    {
        var generator = new DataGenerator(seed);
        return Filled(contract, drawn, inputs, sort => Concrete.Bits(1 + generator.Below(Largest), sort));
    }

    private static Dictionary<string, ulong> Filled(
        Contract contract, Dictionary<string, ulong> drawn, IEnumerable<(string Name, Sort Sort)> inputs, Func<Sort, ulong> free)
    {
        var restricted = contract.Ranges.Select(range => range.Pointer).Concat(contract.MonotoneBuffers.Select(order => order.Pointer))
            .Select(pointer => pointer.Name + "[").ToList();
        return inputs.ToDictionary(
            input => input.Name,
            input => restricted.Exists(start => input.Name.StartsWith(start, StringComparison.Ordinal))
                ? drawn.GetValueOrDefault(input.Name)
                : free(input.Sort),
            StringComparer.Ordinal);
    }
}
