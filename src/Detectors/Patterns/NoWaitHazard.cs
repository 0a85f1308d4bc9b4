using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Patterns;

/// <summary>What a construct without a barrier at its end leaves to threads that have not waited.</summary>
public sealed class NoWaitHazard : PatternDetector
{
    private static readonly Rule Found = new(
        "HV4103", Severity.Warning, "Hazard behind 'nowait'", "{0} '{1}' here, while other threads may still be in the {2} before, which {3} it and has no barrier at its end; put a barrier between, or drop the 'nowait'",
        "A thread that leaves a `nowait` loop, sections or `single`, or that skips a `master`, goes on at once. What comes before the next barrier must not read what the construct writes, nor write what it reads. "
        + "Two loops over the same range may follow each other so only if both say `schedule(static)` with one chunk size and each element is used by the iteration that wrote it.");

    /// <summary>One use of a variable or of an array.</summary>
    private sealed record Touch(object Owner, string Name, bool IsWrite, Polynomial? Address, NestStatement At);

    public override IEnumerable<Diagnostic> Find(InspectedKernel kernel) =>
        from construct in kernel.Nest.Regions
        where HasNoBarrier(construct.Statement.Construct)
        let parallel = construct.Chain.FirstOrDefault(region => region.Statement.Construct is Construct.Parallel)
        where parallel is not null
        let team = new Team(kernel, parallel)
        let within = Touches(kernel, team, construct.Order, construct.End).Concat(Results(construct)).ToList()
        from later in Touches(kernel, team, construct.End, EndOf(kernel, construct, parallel)).Where(later => within.Exists(earlier => Clash(kernel, earlier, later))).DistinctBy(later => later.Owner)
        let clash = within.First(earlier => Clash(kernel, earlier, later))
        select Found.At(later.At.Statement.Span, later.IsWrite ? "writes" : "reads", later.Name, Word(construct.Statement.Construct), clash.IsWrite ? "writes" : "reads");

    private static bool HasNoBarrier(Construct construct) => construct is Construct.WorksharingLoop { HasNoWait: true } or Construct.Sections { HasNoWait: true } or Construct.Single { HasNoWait: true } or Construct.Master;

    private static string Word(Construct construct) => construct switch
    {
        Construct.WorksharingLoop => "loop",
        Construct.Sections => "sections",
        Construct.Single => "'single'",
        _ => "'master'",
    };

    /// <summary>Where the next barrier of the team is: written, or at the end of a construct that has one.</summary>
    private static int EndOf(InspectedKernel kernel, NestRegion construct, NestRegion parallel)
    {
        var written = kernel.Nest.Statements.Where(at => at.Statement is KernelStatement.Barrier && at.Order >= construct.End).Select(at => at.Order);
        var implied = kernel.Nest.Regions.Where(region => region.Order >= construct.End && region.Statement.Construct is
            Construct.WorksharingLoop { HasNoWait: false } or Construct.Sections { HasNoWait: false } or Construct.Single { HasNoWait: false }).Select(region => region.End);
        return written.Concat(implied).Append(parallel.End).Min();
    }

    private static IEnumerable<Touch> Touches(InspectedKernel kernel, Team team, int from, int to)
    {
        foreach (var use in kernel.Uses.Where(use => use.At.Order >= from && use.At.Order < to))
        {
            if (team.SharedOwner(use.Address) is { } owner)
            {
                yield return new(owner, owner.Name, use.IsWrite, use.Address, use.At);
            }
        }

        foreach (var at in kernel.Nest.Statements.Where(at => at.Order >= from && at.Order < to && at.Region is not null))
        {
            var written = (at.Statement as KernelStatement.Assign)?.Target is Place.Named target ? target.Variable : null;
            var read = at.Nodes.OfType<Value.Load>().Select(load => load.Place).OfType<Place.Named>().Select(named => named.Variable);
            foreach (var (variable, isWrite) in read.Select(variable => (variable, false)).Append((written!, true)))
            {
                if (variable is { Type: not CType.Pointer } && team.IsCommon(variable, at))
                {
                    yield return new(variable, variable.Name, isWrite, null, at);
                }
            }
        }
    }

    /// <summary>The variables that a construct sets at its end.</summary>
    private static IEnumerable<Touch> Results(NestRegion construct) =>
        construct.Statement.Sharing.Where(sharing => sharing.Sharing is Sharing.Reduction or Sharing.LastPrivate or Sharing.FirstLastPrivate)
            .Select(sharing => new Touch(sharing.Variable, sharing.Variable.Name, true, null, new(construct.Statement, construct.Loop, construct, null, construct.Order)));

    /// <summary>Whether one of them writes what the other reads, and nothing keeps the same element with the same thread.</summary>
    private static bool Clash(InspectedKernel kernel, Touch earlier, Touch later) =>
        earlier.Owner.Equals(later.Owner) && earlier.IsWrite != later.IsWrite
            && (earlier.Address is null || later.Address is null || !(IsOfThread(kernel, earlier.Address) && IsOfThread(kernel, later.Address)))
            && !IsSameIteration(kernel, earlier, later) && !AreApart(earlier, later);

    private static bool IsOfThread(InspectedKernel kernel, Polynomial address) =>
        kernel.ComesFrom(address, node => node is Value.PureCall { Target.Name: "omp_get_thread_num" });

    /// <summary>The static schedule gives equal iterations of equal loops to the same thread (OpenMP 5.2 section 11.5.3).</summary>
    private static bool IsSameIteration(InspectedKernel kernel, Touch earlier, Touch later)
    {
        var (first, second) = (SharedLoop(earlier), SharedLoop(later));
        return first is { Loop.Shape: { } one } && second is { Loop.Shape: { } other }
            && first.Value.Schedule is { Kind: ScheduleKind.Static } schedule && schedule.Equals(second.Value.Schedule)
            && one.Lower.SequenceEqual(other.Lower) && one.Bounds.SequenceEqual(other.Bounds) && one.Steps.SequenceEqual(other.Steps)
            && earlier.Address?.FactorOf(one.Atom) is { IsZero: false } factor && later.Address?.FactorOf(other.Atom)?.Equals(factor) == true
            && IsInRow(Within(kernel, earlier, one.Atom) - Within(kernel, later, other.Atom), factor);
    }

    /// <summary>Places in one row are of one iteration.</summary>
    private static bool IsInRow(Polynomial distance, Polynomial row) => distance.IsZero || (row.Constant is null && distance.Constant is not null);

    /// <summary>An address without its iteration and without the counters inside of that.</summary>
    private static Polynomial Within(InspectedKernel kernel, Touch touch, int iteration) => kernel.Nest.Loops.Where(loop => loop.Contains(touch.At.Order)).Select(loop => loop.Shape?.Atom).OfType<int>().Append(iteration)
        .Aggregate(touch.Address!, (address, atom) => address.With(atom, Polynomial.Zero) ?? address);

    /// <summary>Whether one loop begins where the other ends.</summary>
    private static bool AreApart(Touch earlier, Touch later) =>
        SharedLoop(earlier)?.Loop.Shape is { } one && later.At.Loop?.Chain.Any(loop => loop.Shape is { } other && other.Lower.Any(one.Bounds.Contains)) == true;

    private static (NestLoop Loop, Schedule Schedule)? SharedLoop(Touch touch) =>
        touch.At.Region?.Chain.FirstOrDefault(region => region.Statement.Construct is Construct.WorksharingLoop) is { Statement.Construct: Construct.WorksharingLoop construct } sharing
            && touch.At.Loop?.Chain.LastOrDefault(loop => sharing.Contains(loop.Order)) is { } loop
            ? (loop, construct.Schedule)
            : null;
}
