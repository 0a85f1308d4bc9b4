using HpcVerify.Detectors.Integrity.Flow;
using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Integrity;

/// <summary>Conditions that single out sizes: comparisons of what the sizes alone decide with a number somebody wrote down.</summary>
internal sealed class ParticularSizes(DataFlow flow, Specification? specification)
{
    /// <summary>Guards against a handful of elements, such as a grid without an inside, single out nothing worth skipping.</summary>
    public const int FewElements = 16;

    private const int MostSamples = 4096;

    private static readonly IReadOnlyDictionary<Variable, double> NoSizes = new Dictionary<Variable, double>();

    /// <summary>Whether such a comparison is part of a condition, or of what its variables were set to.</summary>
    public bool AreTestedBy(Value condition) => Comparisons(condition).Any();

    /// <summary>Whether single sizes are picked out by such a comparison, and not all above or below one.</summary>
    public bool AreSingledOutBy(Value condition) => Comparisons(condition).Any(comparison => comparison.Operation is Operation.Equal or Operation.NotEqual);

    /// <summary>Whether sizes that the contract allows, all of more than a handful, can give a condition that outcome.</summary>
    public bool CanBe(Value condition, bool outcome) =>
        Samples(condition).Any(sizes => flow.Sizes.Of(condition, sizes) is not { } number || (number != 0) == outcome);

    /// <summary>Whether sizes alone decide a value, and it is no remainder, which asks for whole blocks and not for a size.</summary>
    public bool Decide(Value value) =>
        flow.Sizes.SizesIn(value).Any()
        && flow.Sizes.Of(value, flow.Entry.Parameters.Where(flow.Sizes.IsSize).ToDictionary(size => size, _ => (double)FewElements)) is not null
        && !Behind(value).Any(node => node is Value.Binary { Operation: Operation.Remainder or Operation.BitwiseAnd });

    /// <summary>The comparisons of sizes, and the numbers they are compared with.</summary>
    private IEnumerable<(Operation Operation, double Limit)> Comparisons(Value condition) => Written(condition).Concat(Vanishing(condition));

    private IEnumerable<(Operation Operation, double Limit)> Written(Value condition) =>
        from node in Behind(condition)
        let comparison = node as Value.Binary
        where comparison is { Operation: Operation.Less or Operation.LessOrEqual or Operation.Greater or Operation.GreaterOrEqual or Operation.Equal or Operation.NotEqual }
        let limit = Constant(comparison.Left) ?? Constant(comparison.Right)
        where limit > FewElements && Decide(Constant(comparison.Left) is null ? comparison.Left : comparison.Right)
        select (comparison.Operation, limit.Value);

    /// <summary>Differences that are zero at one size are comparisons, too: <c>!(M - 256)</c>, <c>M ^ 256</c>.</summary>
    private IEnumerable<(Operation Operation, double Limit)> Vanishing(Value condition) =>
        from node in Behind(condition)
        let difference = node as Value.Binary
        where difference is { Operation: Operation.Subtract or Operation.BitwiseXor, Type: CType.Integer }
        let limit = Constant(difference.Left) ?? Constant(difference.Right)
        where limit > FewElements && Decide(Constant(difference.Left) is null ? difference.Left : difference.Right) && IsTruth(condition, difference)
        select (Operation.Equal, limit.Value);

    /// <summary>Whether only that a number is zero or not counts in a condition, and not how large it is.</summary>
    private bool IsTruth(Value condition, Value number) => Behind(condition).Append(condition).All(node => node switch
    {
        Value.Binary { Operation: Operation.Equal or Operation.NotEqual } test => true,
        Value.Binary { Type: CType.Integer } other => ReferenceEquals(other, number) || !KernelWalk.DescendantsAndSelf(other).Contains(number),
        _ => true,
    });

    private double? Constant(Value value) => flow.Sizes.Of(value, NoSizes);

    private IEnumerable<object> Behind(Value value)
    {
        var pending = new Stack<Value>([value]);
        var seen = new HashSet<Variable>();
        while (pending.TryPop(out var next))
        {
            foreach (var node in KernelWalk.DescendantsAndSelf(next))
            {
                yield return node;
                if (node is Value.PureCall call && flow.Sizes.Returned(call) is { } returned && pending.Count < MostSamples)
                {
                    pending.Push(returned);
                }

                if (node is Place.Named named && seen.Add(named.Variable) && flow.Sizes.OnlyDefinitionOf(named.Variable) is { } definition)
                {
                    pending.Push(definition);
                }
            }
        }
    }

    /// <summary>Sizes around each limit, below all and above all, in every combination.</summary>
    private IEnumerable<IReadOnlyDictionary<Variable, double>> Samples(Value condition)
    {
        var limits = Comparisons(condition).Select(comparison => comparison.Limit).Distinct().ToList();
        IReadOnlyList<double> values = [.. limits.SelectMany(limit => new[] { limit - 1, limit, limit + 1, 2 * limit }).Append(FewElements + 1).Where(value => value > FewElements).Distinct()];
        IEnumerable<Dictionary<Variable, double>> samples = [new()];
        foreach (var size in flow.Sizes.SizesIn(condition))
        {
            samples = samples.SelectMany(sample => values.Append(ScoredSize(size)).Select(value => new Dictionary<Variable, double>(sample) { [size] = value }));
        }

        return samples.Take(MostSamples).Where(IsAllowed);
    }

    private double ScoredSize(Variable size) => NameIn(specification, size) is { } name && specification!.Task.ScoredSizes[name] is { } scored ? Math.Max(scored, FewElements + 1) : FewElements + 1;

    /// <summary>Whether the contract lets a caller ask for these sizes, with the scored ones for all others.</summary>
    private bool IsAllowed(IReadOnlyDictionary<Variable, double> sample)
    {
        if (specification is null)
        {
            return true;
        }

        var sizes = specification.Task.ScoredSizes.Values.SetItems(
            from pair in sample
            where NameIn(specification, pair.Key) is not null && pair.Value < long.MaxValue
            select KeyValuePair.Create(NameIn(specification, pair.Key)!, (long)pair.Value));
        return specification.Task.Allows(new Sizes(sizes));
    }

    /// <summary>The contract's name for a parameter of the kernel, by its position.</summary>
    private string? NameIn(Specification? specification, Variable size) =>
        flow.Entry.Parameters.IndexOf(size) is var index && specification is not null && index < specification.Task.Contract.Parameters.Length
            ? specification.Task.Contract.Parameters[index].Name
            : null;
}
