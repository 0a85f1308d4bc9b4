using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

/// <summary>
/// One call that the contract allows, with sizes that are known and contents that are not: one input term for every
/// element that may be read, nothing where the contract lets the kernel write only, zero where it promises zero.
/// </summary>
public static class SymbolicCall
{
    /// <summary>The arguments in the entry point's order; null where an extent cannot be computed or a type has no terms.</summary>
    public static ImmutableArray<RunArgument>? Arguments(Contract contract, Sizes sizes, TermBuilder terms)
    {
        var arguments = ImmutableArray.CreateBuilder<RunArgument>();
        foreach (var parameter in contract.Parameters)
        {
            RunArgument? argument = contract.BufferOf(parameter) is { } buffer ? Buffer(buffer, sizes, terms)
                : sizes[parameter.Name] is { } size && parameter.Type is CType.Integer ? new RunArgument.Value(Scalar.Of((ulong)size & SortOf(parameter).Mask))
                : parameter.Type is CType.Floating ? Input(terms, SortOf(parameter), parameter.Name)
                : null;
            if (argument is null)
            {
                return null;
            }

            arguments.Add(argument);
        }

        return arguments.ToImmutable();
    }

    private static RunArgument.Buffer? Buffer(BufferContract contract, Sizes sizes, TermBuilder terms)
    {
        if (ContractArithmetic.Integer(contract.Count, sizes) is not { } count || count < 0 || count > int.MaxValue / 8 || Layout.SortOf(contract.Element) is not { } sort)
        {
            return null;
        }

        var name = contract.Pointer.Name;
        var contents = Enumerable.Range(0, (int)count).Select(index =>
            contract.IsZeroed ? Scalar.Of(0)
            : contract.Access == BufferAccess.Write ? Scalar.Indeterminate
            : Scalar.Of(terms.Input(sort, FormattableString.Invariant($"{name}[{index}]")), terms.Store));
        return new(name, contract.Element, [.. contents], contract.AlignmentInBytes, contract.Access == BufferAccess.Read);
    }

    private static RunArgument.Value Input(TermBuilder terms, Sort sort, string name) => new(Scalar.Of(terms.Input(sort, name), terms.Store));

    private static Sort SortOf(Symbol parameter) => Layout.SortOf(parameter.Type) ?? Sort.Bits(64);
}
