using System.Collections.Immutable;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

/// <summary>Symbolic calls made concrete.</summary>
internal static class Concrete
{
    /// <summary>The same call with the value of every input that has a name.</summary>
    public static ImmutableArray<RunArgument> Arguments(IEnumerable<RunArgument> arguments, TermStore store, Func<string, ulong> inputs)
    {
        var known = new List<RunArgument>();
        foreach (var argument in arguments)
        {
            known.Add(argument switch
            {
                RunArgument.Buffer buffer => buffer with { Contents = [.. buffer.Contents.Select(Value)] },
                RunArgument.Value value => new RunArgument.Value(Value(value.Scalar)),
                _ => argument,
            });
        }

        return [.. known];

        Scalar Value(Scalar scalar) => scalar.IsConcrete || scalar.IsIndeterminate
            ? scalar
            : Scalar.Of(inputs(store.NameOf(scalar.Term)) & store.SortOf(scalar.Term).Mask);
    }

    /// <summary>The names of all inputs of a call, with their sorts.</summary>
    public static IEnumerable<(string Name, Sort Sort)> Inputs(IEnumerable<RunArgument> arguments, TermStore store) =>
        InputTerms(arguments).Select(term => (store.NameOf(term), store.SortOf(term)));

    /// <summary>The inputs themselves, once each: buffers that overlap share some.</summary>
    public static IEnumerable<Term> InputTerms(IEnumerable<RunArgument> arguments) =>
        arguments.SelectMany(argument => argument switch
        {
            RunArgument.Buffer buffer => buffer.Contents.AsEnumerable(),
            RunArgument.Value value => [value.Scalar],
            _ => [],
        }).Where(scalar => !scalar.IsConcrete && !scalar.IsIndeterminate).Select(scalar => scalar.Term).Distinct();

    /// <summary>A scalar of known bits as a number.</summary>
    public static double Number(ulong bits, Sort sort, bool isSigned) =>
        sort.IsFloating ? FloatBits.Widened(bits, sort) : isSigned ? sort.Signed(bits) : bits;

    /// <summary>A number as the bits of a sort.</summary>
    public static ulong Bits(double number, Sort sort) =>
        sort.IsFloating ? FloatBits.Of(number, sort) : (ulong)(long)number & sort.Mask;
}
