using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.AllSizes;

/// <summary>What a contract promises of the dimensions and objects of a kernel's extraction.</summary>
internal sealed class ContractFacts
{
    /// <summary>The most threads of a team that anything is claimed for.</summary>
    public const int LargestTeam = 4096;

    private readonly Contract _contract;
    private readonly ContractTerms _terms;
    private readonly Dictionary<DataObject, BufferContract> _buffers;
    private readonly Dictionary<DataObject, IntegerPolynomial?> _extents;

    public ContractFacts(Contract contract, Extraction extraction)
    {
        _contract = contract;
        var places = contract.Parameters.Zip(extraction.Parameters).ToList();
        var sizes = places.Where(place => place.First.Type is CType.Integer).Select((place, index) => (Symbol: place.First, Dimension: place.Second.Number ?? ContractTerms.Unused(place.First.Name, index))).ToList();
        SizeDimensions = [.. sizes.Select(size => size.Dimension)];
        var terms = _terms = new ContractTerms(sizes.ToDictionary(size => size.Symbol, size => size.Dimension));
        var promised = contract.Preconditions.Select(terms.Condition).ToList();
        IsUnderstood = promised.TrueForAll(condition => condition.IsExact);
        Known = Formula.And([.. sizes.Select(size => InType(size.Symbol, size.Dimension)), .. promised, .. Teams(extraction, terms)]).WithDefinitions();
        _buffers = places.Where(place => place.Second.Object is not null && contract.BufferOf(place.First) is not null)
            .ToDictionary(place => place.Second.Object!, place => contract.BufferOf(place.First)!);
        _extents = _buffers.ToDictionary(item => item.Key, item => terms.Number(item.Value.Count) is { } count ? count * ElementSize.InBytes(item.Value.Element) : null);
    }

    /// <summary>
    /// What the contract promises of numbers that are read from its index arrays, which nobody changes: that the place is in the
    /// array is another obligation, and comes before.
    /// </summary>
    public Formula Contents(IEnumerable<Dimension> dimensions) => Formula.And(dimensions.Where(dimension => dimension.Origin is not null).Select(Contents));

    private Formula Contents(Dimension read) => BufferOf(read.Origin!.Object) is { Access: BufferAccess.Read } buffer
        && ElementSize.InBytes(buffer.Element) == read.Origin.Bytes && read.Origin.Offset.Over(read.Origin.Bytes) is not null
        && !_contract.OverlappingPairs.Any(pair => pair.First == buffer || pair.Second == buffer)
            ? Formula.And(_contract.Ranges.Where(range => range.Pointer == buffer.Pointer).Select(range => Within(read, range, buffer)))
            : Formula.True;

    private Formula Within(Dimension read, RangeContract range, BufferContract buffer) =>
        _terms.Number(range.Low) is { } low && _terms.Number(range.High) is { } high && _terms.Number(range.Count) is { } count && count.Equals(_terms.Number(buffer.Count))
            ? Formula.And(Formula.AtLeast(IntegerPolynomial.Of(read), low), Formula.Less(IntegerPolynomial.Of(read), high))
            : Formula.True;

    /// <summary>The sizes in the order of <see cref="Contract.SizeParameters"/>.</summary>
    public ImmutableArray<Dimension> SizeDimensions { get; }

    /// <summary>What holds of the sizes in every call that the contract allows.</summary>
    public Formula Known { get; }

    /// <summary>Whether <see cref="Known"/> says all that the contract says.</summary>
    public bool IsUnderstood { get; }

    /// <summary>Whether the contract lets a caller pass one object as two buffers of which one is written.</summary>
    public bool MayOverlap => _contract.OverlappingPairs.Any();

    public BufferContract? BufferOf(DataObject made) => _buffers.GetValueOrDefault(made);

    /// <summary>The bytes that an object has; null where nothing says.</summary>
    public IntegerPolynomial? BytesOf(DataObject made) => _extents.TryGetValue(made, out var extent) ? extent : made.SizeInBytes;

    /// <summary>What an object's address is a multiple of.</summary>
    public int AlignmentOf(DataObject made) => BufferOf(made)?.AlignmentInBytes ?? made.AlignmentInBytes ?? 1;

    private static Formula InType(Symbol symbol, Dimension dimension) => IntegerRange.Of(symbol.Type) is { } range
        ? Formula.And(Formula.AtLeast(IntegerPolynomial.Of(dimension), IntegerPolynomial.Of(range.Least)), Formula.AtLeast(IntegerPolynomial.Of(range.Greatest), IntegerPolynomial.Of(dimension)))
        : Formula.True;

    /// <summary>
    /// No team is larger than is assumed, and one whose size the kernel does not set no larger than promised:
    /// <c>omp_set_num_threads</c> may make it smaller.
    /// </summary>
    private IEnumerable<Formula> Teams(Extraction extraction, ContractTerms terms) => extraction.Constructs.Select(reached => reached.Enclosure).OfType<Enclosure.Parallel>()
        .Select(region => Formula.AtLeast(IntegerPolynomial.Of(LargestTeam), IntegerPolynomial.Of(region.Count)))
        .Concat(Promised(extraction, terms));

    private IEnumerable<Formula> Promised(Extraction extraction, ContractTerms terms) => _contract.Team is { } team && terms.Number(team) is { } threads
        ? extraction.Constructs.Select(reached => reached.Enclosure).OfType<Enclosure.Parallel>()
            .Where(region => region.Count.Definition.Equals(Formula.AtLeast(IntegerPolynomial.Of(region.Count), IntegerPolynomial.One)))
            .Select(region => Formula.AtLeast(threads, IntegerPolynomial.Of(region.Count)))
        : [];
}
