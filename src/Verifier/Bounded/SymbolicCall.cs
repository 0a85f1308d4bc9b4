using System.Buffers.Binary;
using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Inputs;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

/// <summary>
/// One call that the contract allows, with sizes that are known and contents that are not: one input term for every
/// element that may be read, nothing where the contract lets the kernel write only, zero where it promises zero. Index
/// arrays, of which the contract says where their values lie, are drawn: control depends on them.
/// </summary>
public static class SymbolicCall
{
    /// <summary>The arguments in the entry point's order; null where an extent cannot be computed or a type has no terms.</summary>
    /// <param name="suffix">Sets the inputs of one call apart from those of another.</param>
    public static ImmutableArray<RunArgument>? Arguments(Contract contract, Sizes sizes, TermBuilder terms, TrialInput drawn, string suffix = "")
    {
        var arguments = ImmutableArray.CreateBuilder<RunArgument>();
        foreach (var parameter in contract.Parameters)
        {
            RunArgument? argument = contract.BufferOf(parameter) is { } buffer ? Buffer(contract, buffer, sizes, terms, drawn, suffix)
                : sizes[parameter.Name] is { } size && parameter.Type is CType.Integer ? new RunArgument.Value(Scalar.Of((ulong)size & SortOf(parameter).Mask))
                : parameter.Type is CType.Floating && sizes[parameter.Name] is { } ? new RunArgument.Value(Scalar.Of(Concrete.Bits(drawn.Scalars[parameter.Name], SortOf(parameter))))
                : parameter.Type is CType.Floating ? Input(terms, SortOf(parameter), parameter.Name + suffix)
                : null;
            if (argument is null)
            {
                return null;
            }

            arguments.Add(argument);
        }

        return arguments.ToImmutable();
    }

    /// <summary>Whether a buffer's contents are drawn: integers in a range or an order.</summary>
    public static bool IsDrawn(Contract contract, BufferContract buffer) => buffer.Element is CType.Integer && buffer.Access != BufferAccess.Write
        && (contract.Ranges.Any(range => range.Pointer == buffer.Pointer) || contract.MonotoneBuffers.Any(order => order.Pointer == buffer.Pointer));

    /// <summary>The inputs by name that a drawing gives, those with a term included.</summary>
    public static Dictionary<string, ulong> Values(TrialInput drawn)
    {
        var values = new Dictionary<string, ulong>(StringComparer.Ordinal);
        foreach (var buffer in drawn.Buffers)
        {
            var scalars = Scalars(buffer);
            for (var index = 0; index < scalars.Length; index++)
            {
                values[FormattableString.Invariant($"{buffer.Contract.Pointer.Name}[{index}]")] = scalars[index].Bits;
            }
        }

        foreach (var scalar in drawn.Task.Contract.Scalars)
        {
            values[scalar.Name] = Concrete.Bits(drawn.Scalars[scalar.Name], SortOf(scalar));
        }

        return values;
    }

    /// <summary>The elements of a buffer as known scalars.</summary>
    internal static ImmutableArray<Scalar> Scalars(TrialBuffer buffer)
    {
        var width = (Layout.SortOf(buffer.Contract.Element)?.Width ?? 8) / 8;
        Span<byte> all = stackalloc byte[sizeof(ulong)];
        var scalars = ImmutableArray.CreateBuilder<Scalar>();
        for (var offset = 0; offset + width <= buffer.Before.Length; offset += width)
        {
            all.Clear();
            buffer.Before.AsSpan(offset, width).CopyTo(all);
            scalars.Add(Scalar.Of(BinaryPrimitives.ReadUInt64LittleEndian(all)));
        }

        return scalars.ToImmutable();
    }

    private static RunArgument.Buffer? Buffer(Contract whole, BufferContract contract, Sizes sizes, TermBuilder terms, TrialInput drawn, string suffix)
    {
        if (IsDrawn(whole, contract))
        {
            return new(contract.Pointer.Name, contract.Element, Scalars(drawn.Buffers.Single(buffer => buffer.Contract.Pointer == contract.Pointer)), contract.AlignmentInBytes, contract.Access == BufferAccess.Read);
        }

        if (ContractArithmetic.Integer(contract.Count, sizes) is not { } count || count < 0 || count > int.MaxValue / 8 || Layout.SortOf(contract.Element) is not { } sort)
        {
            return null;
        }

        var name = contract.Pointer.Name;
        var contents = Enumerable.Range(0, (int)count).Select(index =>
            contract.IsZeroed ? Scalar.Of(0)
            : contract.Access == BufferAccess.Write ? Scalar.Indeterminate
            : Scalar.Of(terms.Input(sort, name + suffix, index), terms.Store));
        return new(name, contract.Element, [.. contents], contract.AlignmentInBytes, contract.Access == BufferAccess.Read);
    }

    private static RunArgument.Value Input(TermBuilder terms, Sort sort, string name) => new(Scalar.Of(terms.Input(sort, name), terms.Store));

    private static Sort SortOf(Symbol parameter) => Layout.SortOf(parameter.Type) ?? Sort.Bits(64);
}
