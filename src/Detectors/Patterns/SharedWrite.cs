using System.Collections.Immutable;
using HpcVerify.Detectors.Techniques;
using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Patterns;

/// <summary>A place that all threads of a team have in common, and that each of them writes to without any order.</summary>
/// <param name="Name">The variable, or the array that it is in.</param>
/// <param name="Region">The parallel region.</param>
/// <param name="At">The first statement that writes.</param>
/// <param name="IsSum">Whether all that is ever written is the former value with something added, or taken in its stead by a comparison.</param>
/// <param name="IsElement">Whether it is in memory that the region does not own.</param>
internal sealed record SharedWrite(string Name, NestRegion Region, NestStatement At, bool IsSum, bool IsElement)
{
    public static IEnumerable<SharedWrite> In(InspectedKernel kernel) =>
        from region in kernel.Nest.Regions
        where region.Statement.Construct is Construct.Parallel parallel && !IsAlone(parallel) && !HasLocks(kernel.Nest, region)
        let team = new Team(kernel, region)
        from write in kernel.Nest.Statements.Where(at => at.Region is not null && region.Contains(at.Order) && team.IsUnordered(at))
            .Select(at => (At: at, Target: team.SharedTarget(at))).Where(write => write.Target is not null)
            .GroupBy(write => write.Target!)
        select new SharedWrite(
            write.Key.Name, region, write.First().At, write.All(item => team.IsSum(item.At)), write.Key.Type is CType.Pointer or CType.Array or CType.VariableArray);

    private static bool IsAlone(Construct.Parallel parallel) => parallel switch
    {
        { ThreadCount: Value.IntegerConstant { Number.IsOne: true } } => true,
        { Condition: { } condition } => ConstantNumber.IsZero(condition),
        _ => false,
    };

    private static bool HasLocks(KernelNest nest, NestRegion region) => nest.Statements.Any(at => region.Contains(at.Order)
        && at.Statement is KernelStatement.Call { Target.Name: "omp_set_lock" or "omp_set_nest_lock" or "omp_test_lock" });
}

/// <summary>A parallel region: what its threads have in common, and what tells them apart.</summary>
internal sealed class Team
{
    private static readonly HashSet<string> Allocators = ["malloc", "calloc", "aligned_alloc", "_mm_malloc", "__builtin_alloca"];

    private readonly InspectedKernel _kernel;
    private readonly NestRegion _region;
    private readonly ImmutableHashSet<Variable> _counters;

    public Team(InspectedKernel kernel, NestRegion region)
    {
        (_kernel, _region) = (kernel, region);
        _counters = [.. kernel.Nest.Loops.Where(loop => region.Contains(loop.Order) && IsShared(loop)).Select(loop => loop.Shape?.Index).OfType<Variable>()];
    }

    /// <summary>Whether a loop's turns are dealt out to the threads.</summary>
    private static bool IsShared(NestLoop loop) =>
        loop.Region?.Chain.TakeWhile(region => region.Statement.Construct is not Construct.Parallel).FirstOrDefault(region => region.Statement.Construct is Construct.WorksharingLoop or Construct.Distribute) is { } sharing
        && loop.Chain.TakeWhile(other => other != sharing.Loop).Count() <= (sharing.Statement.Construct is Construct.WorksharingLoop { CollapseDepth: var depth } ? depth : ((Construct.Distribute)sharing.Statement.Construct).CollapseDepth);

    /// <summary>Whether several threads may come to a statement at once, with nothing to keep them apart.</summary>
    public bool IsUnordered(NestStatement at) =>
        at.Region!.Chain.TakeWhile(region => region != _region).All(region => region.Statement.Construct is Construct.WorksharingLoop or Construct.Simd or Construct.Distribute)
        && (at.Conditions?.Chain ?? []).TakeWhile(condition => condition.At.Order > _region.Order).All(condition => !IsForSomeThreads(condition.Value));

    /// <summary>Whether a condition picks threads or iterations; one that asks for data picks any.</summary>
    private bool IsForSomeThreads(Value condition) => _kernel.ComesFrom(condition, IsThreadNumber)
        || (Reaches([condition], IsOfThread) && !_kernel.ComesFrom(condition, node => node is Value.Load load && MemoryAccesses.IsMemory(load.Place)));

    /// <summary>What a statement writes to, if all threads have it in common; null otherwise.</summary>
    public Variable? SharedTarget(NestStatement at) => at.Statement switch
    {
        KernelStatement.Assign { Target: var target } when MemoryAccesses.IsMemory(target) && target.Root is null => SharedBuffer(_kernel.Nest.Algebra.AddressOf(target, at.Order), at),
        KernelStatement.Assign { Target: { Root: { } root } target } when IsCommon(root, at) => root.Type is CType.Array or CType.VariableArray
            ? SharedBuffer(_kernel.Nest.Algebra.AddressOf(target, at.Order), at)
            : root,
        KernelStatement.Call { Result: { } result } when IsCommon(result, at) => result,
        KernelStatement.Call when _kernel.Nest.WrittenBy(at) is { } write => SharedBuffer(write.Address, at),
        _ => null,
    };

    public bool IsSum(NestStatement at) => (_kernel.Nest.WrittenBy(at) is { } write && ReadModifyWrite.IsAddedTo(_kernel.Nest, write)) || (at.Statement is KernelStatement.Assign assign
        && (_kernel.Nest.GrowsOutOf(assign.Value, assign.Target)
            || (at.Guard is { } guard && KernelWalk.DescendantsAndSelf(guard).Any(node => assign.Target.Equals(node as Place)) && assign.Value is not Value.IntegerConstant)));

    /// <summary>The array or the caller's buffer that an address is in, if it is the same element for all threads.</summary>
    private Variable? SharedBuffer(Polynomial address, NestStatement at) =>
        SharedOwner(address) is { } owner && (!TellsThreadsApart(address, IsOfThread) || MissesCounter(address, at)) ? owner : null;

    /// <summary>Whether turns that differ in one of several counters dealt out together come to the same element.</summary>
    private bool MissesCounter(Polynomial address, NestStatement at)
    {
        var dealt = (at.Loop?.Chain ?? []).Where(loop => _region.Contains(loop.Order) && IsShared(loop)).Select(loop => loop.Shape?.Index).ToList();
        return dealt.Count > 1 && !dealt.Contains(null)
            && dealt.Exists(counter => !TellsThreadsApart(address, node => IsThreadNumber(node) || node is Value.Unsupported || (node is Place.Named named && named.Variable == counter)));
    }

    /// <summary>The array or the buffer that an address is in, if the team has one of it.</summary>
    public Variable? SharedOwner(Polynomial address)
    {
        var bases = _kernel.BasesOf(address);
        var roots = bases.OfType<Variable>().Where(variable => variable.Type is CType.Array or CType.VariableArray || _kernel.Nest.Entry.Parameters.Contains(variable)).ToList();
        var owner = (roots, bases.OfType<Value>().ToList()) switch
        {
            ([var root], []) => root,
            ([], [Value.PureCall allocation]) when Allocators.Contains(allocation.Target.Name) => HolderOf(allocation),
            _ => null,
        };
        return owner is not null && bases.OfType<Variable>().All(variable => !IsThreadsOwnArray(variable))
            && !_region.Contains(_kernel.Nest.DeclarationOf(owner) ?? -1) && !IsPrivate(owner, _region.Chain)
            ? owner
            : null;
    }

    /// <summary>The variable that holds what was allocated; null where two allocations look the same.</summary>
    private Variable? HolderOf(Value.PureCall allocation)
    {
        var held = _kernel.Nest.Statements.Select(at => at.Statement switch
        {
            KernelStatement.Assign { Target: Place.Named named } assign => (Variable: named.Variable, assign.Value),
            KernelStatement.Declare { Initial: { } initial } declare => (declare.Variable, Value: initial),
            _ => default,
        }).Where(pair => pair.Value is not null).ToList();
        return held.Count(pair => pair.Value.Unconverted().Equals(allocation)) == 1
            ? held.OrderBy(pair => pair.Variable.IsTemporary).First(pair => _kernel.Nest.Algebra.Resolved(pair.Value).Unconverted().Equals(allocation)).Variable
            : null;
    }

    private bool IsThreadsOwnArray(Variable variable) => variable.Type is CType.Array or CType.VariableArray && (IsPrivate(variable, _kernel.Nest.Regions) || _region.Contains(_kernel.Nest.DeclarationOf(variable) ?? -1));

    /// <summary>Whether all threads of the team have one and the same variable.</summary>
    public bool IsCommon(Variable variable, NestStatement at) =>
        !variable.IsTemporary && !variable.IsThreadPrivate
        && (variable.Storage != StorageKind.Automatic || !_region.Contains(_kernel.Nest.DeclarationOf(variable) ?? -1))
        && !IsPrivate(variable, at.Region!.Chain.TakeWhile(region => region != _region).Append(_region));

    private static bool IsPrivate(Variable variable, IEnumerable<NestRegion> regions) =>
        regions.SelectMany(region => region.Statement.Sharing).Any(sharing => sharing.Variable == variable && sharing.Sharing is not Sharing.Shared);

    private bool TellsThreadsApart(Polynomial sum, Func<object, bool> isSought) => Reaches(sum.Atoms.Select(_kernel.Nest.Algebra.AtomOf), isSought);

    /// <summary>Also by the conditions under which something is assigned.</summary>
    private bool Reaches(IEnumerable<object> roots, Func<object, bool> isSought)
    {
        var pending = new Stack<object>(roots);
        var seen = new HashSet<Variable>();
        while (pending.TryPop(out var next))
        {
            foreach (var node in next is Variable variable ? Named(variable) : KernelWalk.DescendantsAndSelf(next))
            {
                if (isSought(node))
                {
                    return true;
                }

                foreach (var definition in node is Place.Named named && seen.Add(named.Variable) ? _kernel.Nest.DefinitionsOf(named.Variable) : [])
                {
                    pending.Push(definition.Value ?? new Value.Unsupported("", definition.Target.Type, default));
                    (definition.At.Conditions?.Chain ?? []).Select(condition => condition.Value).ToList().ForEach(pending.Push);
                }
            }
        }

        return false;
    }

    /// <summary>Where an array is does not depend on what it holds.</summary>
    private static IEnumerable<object> Named(Variable variable) =>
        variable.Type is CType.Array or CType.VariableArray ? [] : [new Place.Named(variable, variable.Type, default)];

    private bool IsOfThread(object node) => IsThreadNumber(node) || node is Value.Unsupported || (node is Place.Named named && _counters.Contains(named.Variable));

    private static bool IsThreadNumber(object node) => node is Value.PureCall { Target.Name: "omp_get_thread_num" or "omp_get_ancestor_thread_num" };
}
