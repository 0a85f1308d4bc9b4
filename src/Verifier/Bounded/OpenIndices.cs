using System.Collections.Immutable;
using System.Globalization;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

/// <summary>
/// The index arrays of a call that may hold any values in their range: reads at such an index choose among the elements. Arrays
/// whose order the contract fixes stay drawn, since loops run from one of their elements to the next.
/// </summary>
internal sealed class OpenIndices
{
    /// <summary>Of arrays with more values than this to each element, some are drawn.</summary>
    private const int MostValues = 16;

    private readonly ImmutableDictionary<string, ImmutableArray<Scalar>> _contents;

    private OpenIndices(ImmutableDictionary<string, ImmutableArray<Scalar>> contents, ImmutableDictionary<Term, IndexRange> ranges, Term given) =>
        (_contents, Ranges, Given) = (contents, ranges, given);

    /// <summary>No array is open.</summary>
    public static OpenIndices None(TermBuilder terms) => new([], ImmutableDictionary<Term, IndexRange>.Empty, terms.True);

    /// <summary>From where to where each of their elements lies.</summary>
    public ImmutableDictionary<Term, IndexRange> Ranges { get; }

    /// <summary>That they do.</summary>
    public Term Given { get; }

    /// <summary>Whether there is any such array at these sizes.</summary>
    public static bool AreIn(Contract contract, Sizes sizes) => contract.Buffers.Any(buffer => RangeOf(contract, buffer, sizes) is not null);

    /// <summary>Whether nothing is left to be drawn at these sizes.</summary>
    public static bool AreAll(Contract contract, Sizes sizes) =>
        contract.Buffers.Where(buffer => SymbolicCall.IsDrawn(contract, buffer)).All(buffer => RangeOf(contract, buffer, sizes) is not null);

    /// <summary>What is looked at of index arrays, in words.</summary>
    /// <param name="sizes">At how many sizes arrays were open, and at how many drawn.</param>
    public static string Describe(Contract contract, (int Open, int Drawn) sizes, int drawings)
    {
        var drawn = string.Create(CultureInfo.InvariantCulture, $"as drawn, {drawings} for each size");
        var open = string.Join(" and ", contract.Buffers.Where(buffer => IsWithoutOrder(contract, buffer)).Select(buffer => buffer.Pointer.Name));
        return sizes.Open == 0 ? $"index arrays {drawn}"
            : string.Create(CultureInfo.InvariantCulture, $"any values in range for {open}{(sizes.Drawn == 0 ? "" : $" at {sizes.Open} of {sizes.Open + sizes.Drawn} sizes")}, and otherwise index arrays {drawn}");
    }

    /// <summary>New inputs for their elements.</summary>
    public static OpenIndices Of(Contract contract, Sizes sizes, TermBuilder terms)
    {
        var (contents, ranges, given) = (ImmutableDictionary.CreateBuilder<string, ImmutableArray<Scalar>>(), ImmutableDictionary.CreateBuilder<Term, IndexRange>(), terms.True);
        foreach (var buffer in contract.Buffers)
        {
            if (RangeOf(contract, buffer, sizes) is not { } range || Layout.SortOf(buffer.Element) is not { } sort || ContractArithmetic.Integer(buffer.Count, sizes) is not { } count)
            {
                continue;
            }

            var elements = Enumerable.Range(0, (int)count).Select(index => terms.Input(sort, buffer.Pointer.Name, index)).ToList();
            foreach (var element in elements)
            {
                ranges[element] = range;
                given = terms.Apply(Operator.And, given, terms.Between(terms.Constant(sort, (ulong)range.Low), element, terms.Constant(sort, (ulong)range.High), Layout.IsSigned(buffer.Element)));
            }

            contents[buffer.Pointer.Name] = [.. elements.Select(element => Scalar.Of(element, terms.Store))];
        }

        return new(contents.ToImmutable(), ranges.ToImmutable(), given);
    }

    /// <summary>The call with these arrays open.</summary>
    public ImmutableArray<RunArgument> In(ImmutableArray<RunArgument> arguments) =>
    [
        .. arguments.Select(argument => argument is RunArgument.Buffer buffer && _contents.TryGetValue(buffer.Name, out var open) ? buffer with { Contents = open } : argument),
    ];

    private static bool IsWithoutOrder(Contract contract, BufferContract buffer) =>
        SymbolicCall.IsDrawn(contract, buffer) && contract.MonotoneBuffers.All(order => order.Pointer != buffer.Pointer);

    /// <summary>The one range of a whole array without an order, if it is none with a sign and few values; null for any other buffer.</summary>
    private static IndexRange? RangeOf(Contract contract, BufferContract buffer, Sizes sizes) =>
        IsWithoutOrder(contract, buffer) && contract.Ranges.Where(range => range.Pointer == buffer.Pointer).ToList() is [var only]
        && ContractArithmetic.Integer(only.Count, sizes) == ContractArithmetic.Integer(buffer.Count, sizes)
        && (ContractArithmetic.Integer(only.Low, sizes), ContractArithmetic.Integer(only.High, sizes)) is ({ Sign: >= 0 } low, { } high)
        && low < high && high - low <= MostValues && high <= sbyte.MaxValue
            ? new((Int128)low, (Int128)high - 1)
            : null;
}
