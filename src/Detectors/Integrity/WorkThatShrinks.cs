using System.Globalization;
using System.Numerics;
using HpcVerify.Detectors.Integrity.Counting;
using HpcVerify.Detectors.Integrity.Flow;
using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Integrity;

/// <summary>Work that a kernel does at some sizes or with few threads, and not at others.</summary>
public sealed class WorkThatShrinks : FlowDetector
{
    /// <summary>Less is saved by first terms that are not added to zero, and by sums that are joined in another order.</summary>
    private const double LeastDrop = 0.02;

    /// <summary>A share that falls with the size, or the size's square, loses less than this part of its whole fall from one size to the next.</summary>
    private const double LeastPart = 0.125;

    private const int FewElements = ParticularSizes.FewElements;

    private const uint LargestBlock = 64;

    private static readonly int[] Teams = [8, 32];

    /// <summary>Sizes to begin at, upwards and downwards.</summary>
    private static readonly long[] Small = [24, 48, 192], Large = [384];

    private static readonly Rule Found = new(
        "HV7215", Severity.Warning, "Less work than at other sizes", "{0}, at most {1}% of the reference's {2} are done, and {3} at least {4}%",
        "However a kernel comes to its loops' bounds and steps, by assignments, remainders, shifts, tables, jumps or calls, an honest one does the reference's work at every size. Reported is a kernel that, followed without contents through "
        + "its loops, makes a smaller part of the reference's floating-point operations of its inputs, or stores a smaller part of the bytes, at some sizes than at those next to them; or with 8 or 32 threads than with one. Looked at are the scored sizes and 384 for each, of kernels that "
        + "test, divide or shift sizes by large numbers, call themselves or ask for a thread's number. Not reported are kernels that save operations bit by bit or at all sizes alike, and those whose work the contents decide. Do the work at every size, with any number of threads.");

    internal override IEnumerable<Diagnostic> Look(DataFlow flow, DetectionContext context) =>
        context.Specification is { } specification && !flow.Walk.IsIncomplete && Shrinking(flow, specification) is { } found ? [found] : [];

    private static Diagnostic? Shrinking(DataFlow flow, Specification specification)
    {
        var shares = new WorkShares(flow, specification);
        var suspects = Suspects(specification.Task).ToList();
        var bySize = CanDependOnSizes(flow) || shares.DependOnDepth
            ? suspects.SelectMany(sizes => Enumerable.Range(0, WorkShares.Measures).Select(measure => BySize(shares, specification.Task, sizes, measure)))
            : [];
        var byTeam = shares.DependOnTeam
            ? suspects.Take(1).SelectMany(sizes => Teams.SelectMany(team => Enumerable.Range(0, WorkShares.Measures).Select(measure => ByTeam(shares, sizes, team, measure))))
            : [];
        return bySize.Concat(byTeam).OfType<Drop>().Select(drop => Report(flow, specification.Task, drop)).FirstOrDefault();
    }

    /// <summary>Work at some sizes or with a team, beside more of it at sizes next to them or with one thread.</summary>
    private sealed record Drop(int Measure, Sizes Less, int Team, double Most, Sizes More, double Least);

    /// <summary>
    /// Goes from small sizes up to a suspect, or from large ones down to it, to where the share of the work falls: an honest kernel that
    /// saves operations saves them bit by bit, so that sizes next to each other have about the same share.
    /// </summary>
    private static Drop? BySize(WorkShares shares, KernelTask task, Sizes suspect, int measure) =>
        shares.At(suspect, 1)[measure] is not { Most: < 1 - LeastDrop } ? null
        : Small.Select(size => Between(task, suspect, size, Math.Min)).Concat(Large.Select(size => Between(task, suspect, size, Math.Max)))
            .Select(start => Fall(shares, task, start, suspect, measure)).FirstOrDefault(drop => drop is not null);

    private static Sizes Between(KernelTask task, Sizes suspect, long size, Func<long, long, long> chosen) =>
        new(suspect.Values.SetItems(task.SizeNames.Select(name => KeyValuePair.Create(name, chosen(suspect.Values[name], size)))));

    private static Drop? Fall(WorkShares shares, KernelTask task, Sizes start, Sizes end, int measure)
    {
        if (Share(start) is not { } full || Share(end) is not { } low || full.Least - low.Most < LeastDrop)
        {
            return null;
        }

        var middle = (full.Least + low.Most) / 2;
        var steps = task.SizeNames.Max(name => Math.Abs(end.Values[name] - start.Values[name]));
        var (last, first) = (0L, steps);
        while (first - last > 1)
        {
            var half = (last + first) / 2;
            if (Share(At(half)) is not { } share || (share.Least < middle && share.Most >= middle))
            {
                return null;
            }

            (last, first) = share.Least >= middle ? (half, first) : (last, half);
        }

        return Share(At(last)) is { } more && Share(At(first)) is { } less && more.Least - less.Most >= Math.Max(LeastDrop, LeastPart * (full.Least - low.Most))
            ? new(measure, At(first), 1, less.Most, At(last), more.Least)
            : null;

        Share? Share(Sizes sizes) => task.Allows(sizes) ? shares.At(sizes, 1)[measure] : null;

        Sizes At(long step) => new(end.Values.SetItems(task.SizeNames.Select(name => KeyValuePair.Create(name, start.Values[name] + ((end.Values[name] - start.Values[name]) * step / steps)))));
    }

    private static Drop? ByTeam(WorkShares shares, Sizes sizes, int team, int measure) =>
        shares.At(sizes, 1)[measure] is { } one && shares.At(sizes, team)[measure] is { } many && one.Least - many.Most >= LeastDrop
            ? new(measure, sizes, team, many.Most, sizes, one.Least)
            : null;

    /// <summary>The sizes that are paid for, and larger ones than most tests have.</summary>
    private static IEnumerable<Sizes> Suspects(KernelTask task) =>
        Large.Select(task.AllSizes).Prepend(task.ScoredSizes)
            .Where(sizes => task.SizeNames.All(name => sizes[name] > FewElements) && task.Allows(sizes)).DistinctBy(task.Describe);

    /// <summary>Whether sizes can decide anything in one step: blocks of loops and vectors are smaller, and ask for a counter.</summary>
    private static bool CanDependOnSizes(DataFlow flow)
    {
        var counters = flow.Walk.Conditions.Select(condition => condition.Node).OfType<KernelStatement.Loop>().Select(loop => loop.Counted?.Index).OfType<Variable>().ToHashSet();
        return flow.Walk.Conditions.Any(condition => condition.Node is KernelStatement.Switch && IsOfSizes(condition.Value))
            || flow.Walk.Values.Any(item => item.Value is Value.Binary { Type: not CType.Pointer } binary
                && (Exceeds(binary, binary.Right) ? IsOfSizes(binary.Left) : Exceeds(binary, binary.Left) && IsOfSizes(binary.Right)));

        bool IsOfSizes(Value value) =>
            flow.Walk.Facts[value].Sources is { ContentsOf: 0, NumbersOf: not 0 }
            && !KernelWalk.DescendantsAndSelf(value).Any(node => node is Place.Named named && counters.Contains(named.Variable));
    }

    private static bool Exceeds(Value.Binary binary, Value number) => ConstantNumber.Of(number) is { } constant && constant >= binary.Operation switch
    {
        Operation.Less or Operation.LessOrEqual or Operation.Greater or Operation.GreaterOrEqual or Operation.Equal or Operation.NotEqual => FewElements + 1,
        Operation.ShiftRight => BitOperations.Log2(LargestBlock),
        Operation.Divide or Operation.Remainder or Operation.BitwiseAnd => LargestBlock,
        _ => long.MaxValue,
    };

    private static Diagnostic Report(DataFlow flow, KernelTask task, Drop drop) => Found.At(
        flow.Entry.Symbol.Span,
        drop.Team == 1 ? $"at {task.Describe(drop.Less)}" : $"with {drop.Team} threads at {task.Describe(drop.Less)}",
        Percent(drop.Most, Math.Ceiling),
        drop.Measure == 0 ? "operations" : "stores",
        drop.Team == 1 ? $"at {task.Describe(drop.More)}" : "with one thread",
        Percent(drop.Least, Math.Floor));

    private static string Percent(double share, Func<double, double> rounded) => rounded(100 * share).ToString(CultureInfo.InvariantCulture);
}
