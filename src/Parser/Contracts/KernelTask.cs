using System.Collections.Immutable;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Contracts;

/// <summary>
/// One thing to be implemented: the entry point's prototype, the contract, the reference that says what is right,
/// the sizes it is tried and scored at, and how much work those are.
/// </summary>
/// <param name="Name">The folder's name, given as <c>--kernel</c>.</param>
/// <param name="EntryPoint">The function a submission must define.</param>
/// <param name="Prototype">Its type.</param>
/// <param name="ReferenceName">The function of <paramref name="Specification"/> that computes the right answer.</param>
/// <param name="Specification">The C file with prototype, contract and reference.</param>
/// <param name="ReferenceSource">The same without contract words, so that any C compiler builds it.</param>
/// <param name="Baseline">C that does the same by a trusted library; null where there is none.</param>
/// <param name="Work">Floating-point operations of one call, as an expression over the sizes; null where nobody counts them.</param>
public sealed record KernelTask(
    string Name,
    string Title,
    string EntryPoint,
    CType.Function Prototype,
    Contract Contract,
    string ReferenceName,
    SourceText Specification,
    SourceText ReferenceSource,
    SourceText? Baseline,
    Sizes ScoredSizes,
    ImmutableArray<Sizes> TestSizes,
    Expression? Work)
{
    private const int MostThreads = 256;

    /// <summary>Bytes that one call must read and write at least, as an expression over the sizes; null where nobody counts them.</summary>
    public Expression? Traffic { get; init; }

    /// <summary>Floating-point operations without which no algorithm computes the result, as an expression over the sizes; null where nobody knows.</summary>
    public Expression? LeastWork { get; init; }

    /// <summary>Different bytes that every call reads or writes at least once, likewise.</summary>
    public Expression? LeastTraffic { get; init; }

    /// <summary><see cref="Specification"/> as the compiler reads it; null where a task was made without reading it.</summary>
    public SyntaxTree? SpecificationTree { get; init; }

    /// <summary>What the score counts.</summary>
    public Metric Metric { get; init; } = Metric.Gflops;

    /// <summary>From where to where each size parameter is tried, both ends included; empty where kernel.json does not say.</summary>
    public ImmutableSortedDictionary<string, SizeBounds> Bounds { get; init; } = ImmutableSortedDictionary<string, SizeBounds>.Empty;

    /// <summary>
    /// The function of <see cref="Specification"/> that computes the scale of rounding errors from the true inputs; null where
    /// the reference on absolute values does.
    /// </summary>
    public string? MagnitudeName { get; init; }

    public IEnumerable<string> SizeNames => Contract.SizeParameters.Select(parameter => parameter.Name);

    /// <summary>The sizes, and the floating parameters they fix: <c>n=4 alpha=0</c>.</summary>
    public string Describe(Sizes sizes) =>
        sizes.Describe(SizeNames.Concat(Contract.Scalars.Select(scalar => scalar.Name).Where(name => sizes[name] is not null)));

    public double WorkAt(Sizes sizes) => Amount(Work, sizes);

    public double TrafficAt(Sizes sizes) => Amount(Traffic, sizes);

    /// <summary>0 where nobody knows.</summary>
    public double LeastWorkAt(Sizes sizes) => LeastWork is null ? 0 : Amount(LeastWork, sizes);

    /// <summary>0 where nobody knows.</summary>
    public double LeastTrafficAt(Sizes sizes) => LeastTraffic is null ? 0 : Amount(LeastTraffic, sizes);

    /// <summary>How many threads a team has by the contract's promise; null where it makes none.</summary>
    public int? TeamAt(Sizes sizes) =>
        Contract.Team is { } team && ContractArithmetic.Integer(team, sizes) is { } threads && threads > 0 && threads <= MostThreads ? (int)threads : null;

    /// <summary>What rounding errors are tolerated, in units; none where the contract says nothing that can be computed.</summary>
    public double ToleranceAt(Sizes sizes) => Contract.ToleranceInUnits is { } tolerance ? ContractArithmetic.Real(tolerance, sizes) ?? 0 : 0;

    /// <summary>Whether nothing may differ from the reference at any size: the contract has no word on tolerance, or the word 0.</summary>
    public bool IsExact => Contract.ToleranceInUnits is not { } tolerance || ContractArithmetic.Real(tolerance, Sizes.Of([])) == 0;

    /// <summary>The same number for every size parameter.</summary>
    public Sizes AllSizes(long number) => Sizes.Of(SizeNames.Select(name => KeyValuePair.Create(name, number)));

    /// <summary>Whether the contract lets a caller ask for these sizes.</summary>
    public bool Allows(Sizes sizes) =>
        Contract.Preconditions.All(precondition => ContractArithmetic.Holds(precondition, sizes) == true);

    private static double Amount(Expression? expression, Sizes sizes) =>
        expression is null ? double.NaN : ContractArithmetic.Real(expression, sizes) ?? double.NaN;
}

/// <summary>The smallest and the largest value a size parameter is tried with.</summary>
public sealed record SizeBounds(long Low, long High);
