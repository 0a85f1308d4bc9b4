using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Parametric.Extracting;

/// <remarks>
/// A task's body is looked at where the task is created. What orders it with the rest is written down beside it; what it
/// shares with the task that creates it, and either changes, is memory.
/// </remarks>
internal sealed partial class Extractor
{
    private bool IsInTask => _enclosures.Any(enclosure => enclosure is Enclosure.Task);

    private void Task(KernelStatement.Region region, Construct.Task task)
    {
        if (_team is not { Region: Enclosure.Parallel } || _enclosures.Any(enclosure => enclosure is Enclosure.Simd))
        {
            Gap(GapKind.Construct, "tasks outside of a parallel region", region.Span);
            Forget(_ => true, region.Span);
            return;
        }

        var isDeferred = task.Condition is { } condition ? Truth(Evaluate(condition)) : Formula.True;
        var terms = new TaskTerms([.. task.Dependences.Select(DependenceOf)], isDeferred.IsFalse, isDeferred.IsTrue && !task.MayBeIncluded);
        ReadOriginals(region, new Enclosure.Single(_journal.NextPosition(), region.Span));
        var (enclosures, team, start, atomic) = (_enclosures, _team, _state, _atomic);
        var enclosure = new Enclosure.Task(terms, Setting(region.Span), _journal.NextPosition(), region.Span);
        _journal.Add(new ReachedConstruct(enclosure, enclosures));
        (_enclosures, _dealing, _state, _atomic) = (enclosures.Add(enclosure), null, _state with { Locks = [] }, null);
        Privatize(region);
        _ = Run(region.Body);
        (_enclosures, _team, _state, _atomic) = (enclosures, team, start, atomic);
    }

    private TaskDependence DependenceOf(Dependence dependence) => Locate(dependence.Item) is Symbolic.Address { Object.Kind: not DataObjectKind.Unknown } address
        ? new(dependence.Kind, address.Object, address.Offset)
        : new(dependence.Kind, null, IntegerPolynomial.Zero);

    /// <summary>Whose copy of a thread-private variable a task uses depends on who executes it.</summary>
    private void NoteExecutor(Variable variable, TextSpan span)
    {
        if (variable.IsThreadPrivate && IsInTask)
        {
            Gap(GapKind.Construct, "thread-private variable in a task", span);
        }
    }

    /// <summary>Scalars that tasks of a region share with those who create them and that are changed somewhere, or that pointers may lead to.</summary>
    private ImmutableHashSet<Variable> SharedByTasks(KernelStatement.Region region)
    {
        var (bodies, tasks) = (Bodies(region), new List<KernelStatement.Region>());
        tasks.AddRange(bodies.OfType<KernelStatement.Region>().Where(inner => inner.Construct is Construct.Task));
        if (tasks.Count == 0)
        {
            return [];
        }

        var declared = bodies.OfType<KernelStatement.Declare>().Select(declare => declare.Variable)
            .Concat(bodies.OfType<KernelFunction>().SelectMany(function => function.Parameters)).ToHashSet();
        var shared = tasks.SelectMany(task => task.Sharing).Where(item => item.Sharing is Sharing.Shared).Select(item => item.Variable).ToHashSet();
        var changed = bodies.SelectMany(ChangedBy).ToHashSet();
        var named = NamedByTasks(region).Where(declared.Contains);
        return [.. shared.Where(changed.Contains).Concat(named).Concat(declared.Where(variable => variable.IsAddressTaken)).Where(variable => IsScalar(variable.Type) && !variable.Type.IsConst && !variable.IsThreadPrivate)];
    }

    /// <summary>Variables whose place in memory matters, as dependences name it.</summary>
    private IEnumerable<Variable> NamedByTasks(KernelStatement.Region region) => Bodies(region).OfType<KernelStatement.Region>()
        .Select(inner => inner.Construct).OfType<Construct.Task>().SelectMany(task => task.Dependences)
        .Select(dependence => dependence.Item).OfType<Place.Named>().Select(place => place.Variable).Where(variable => IsScalar(variable.Type));

    /// <summary>All that is in a region and in the functions that it calls, with these themselves.</summary>
    private List<object> Bodies(KernelStatement.Region region)
    {
        var (found, seen, pending) = (new List<object>(), new HashSet<KernelFunction>(), new Stack<object>([region.Body]));
        while (pending.TryPop(out var body))
        {
            foreach (var node in KernelWalk.DescendantsAndSelf(body))
            {
                found.Add(node);
                var target = node is KernelStatement.Call call ? call.Target : node is Value.PureCall pure ? pure.Target : null;
                if (target is { Origin: SymbolOrigin.Kernel } && _functions.TryGetValue(target, out var function) && seen.Add(function))
                {
                    found.Add(function);
                    pending.Push(function.Body!);
                }
            }
        }

        return found;
    }

    private static IEnumerable<Variable> ChangedBy(object node) => node switch
    {
        KernelStatement.Assign { Target.Root: { } root } => [root],
        KernelStatement.Call { Result: { } result } => [result],
        KernelStatement.Region region => region.Sharing.Where(item => item.Sharing is not (Sharing.Shared or Sharing.Private or Sharing.FirstPrivate)).Select(item => item.Variable),
        _ => [],
    };
}
