using HpcVerify.Detectors.Integrity.Flow;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Kernels;

namespace HpcVerify.Detectors.Integrity.Counting;

/// <summary>A part of the reference's work that a kernel does in a call, at least and at most; 1 is all of it, or more.</summary>
internal readonly record struct Share(double Least, double Most);

/// <summary>A kernel's work beside its reference's, at sizes the contract allows.</summary>
internal sealed class WorkShares(DataFlow flow, Specification specification)
{
    /// <summary>Operations, and bytes stored.</summary>
    public const int Measures = 2;

    private readonly WorkCount _kernel = new(flow.Walk, flow.Entry, flow.Inputs, flow.Outputs);
    private readonly WorkCount _reference = specification.Work;
    private readonly Dictionary<(string, int), IReadOnlyList<Share?>> _known = [];

    /// <summary>Whether a function of the kernel calls itself, and so may stop at any depth.</summary>
    public bool DependOnDepth => flow.Walk.Reached.Any(function => KernelWalk.DescendantsAndSelf(function.Body!).Any(node => node switch
    {
        KernelStatement.Call call => call.Target == function.Symbol,
        Value.PureCall call => call.Target == function.Symbol,
        _ => false,
    }));

    public bool DependOnTeam => _kernel.DependsOnTeam;

    /// <summary>One share for each measure of work; null where the reference has none, or contents decide how much.</summary>
    public IReadOnlyList<Share?> At(Sizes sizes, int team)
    {
        var key = (specification.Task.Describe(sizes), team);
        if (!_known.TryGetValue(key, out var shares))
        {
            _known[key] = shares = Computed(sizes, team);
        }

        return shares;
    }

    private IReadOnlyList<Share?> Computed(Sizes sizes, int team)
    {
        IReadOnlyList<long?> numbers = [.. specification.Task.Contract.Parameters.Select(parameter => sizes[parameter.Name])];
        return _reference.At(numbers, 1) is { } owed && _kernel.At(numbers, team) is { } made
            ? [Of(made.Operations, owed.Operations, double.PositiveInfinity), Of(made.Bytes, owed.Bytes, Extent(sizes))]
            : [null, null];
    }

    /// <summary>The reference may store an element many times; once is enough.</summary>
    private static Share? Of(Amount made, Amount owed, double enough) =>
        owed.IsExact && owed.Least > 0 && double.IsFinite(owed.Least) && Math.Min(owed.Least, enough) is > 0 and var most
            ? new(Math.Min(1, made.Least / most), Math.Min(1, made.Most / most))
            : null;

    private double Extent(Sizes sizes) =>
        specification.Task.Contract.Buffers.Where(buffer => buffer.Access != BufferAccess.Read)
            .Sum(buffer => ContractArithmetic.Integer(buffer.Count, sizes) is { } count ? (double)count * WorkCount.BytesOf(buffer.Element) : double.PositiveInfinity);
}
