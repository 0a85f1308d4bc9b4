using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Parametric.Extracting;

internal sealed partial class Extractor
{
    private Formula Region(KernelStatement.Region region)
    {
        if (region.Construct is Construct.WorksharingLoop or Construct.Sections or Construct.Single)
        {
            RefuseForSome("work for the whole team", region.Span);
        }

        switch (region.Construct)
        {
            case Construct.Parallel parallel:
                Parallel(region, parallel);
                break;
            case Construct.TargetRegion:
                Target(region);
                break;
            case Construct.Teams teams:
                Teams(region, teams);
                break;
            case Construct.Distribute distribute:
                var share = new Enclosure.Distribute(distribute.Schedule, _journal.NextPosition(), region.Span);
                Within(share, region, new([share], distribute.CollapseDepth, []));
                break;
            case Construct.WorksharingLoop loop:
                var dealer = new Enclosure.Worksharing(loop.CollapseDepth, loop.Schedule, loop.HasNoWait, loop.IsOrdered, _journal.NextPosition(), region.Span);
                Shared(region, dealer, loop.HasNoWait, new([.. _dealing?.Dealers ?? [], dealer], loop.CollapseDepth, LinearOf(region)));
                break;
            case Construct.Simd simd:
                var safe = simd.SafeLength is { } length ? Evaluate(length).Integer?.Constant : null;
                Within(new Enclosure.Simd(simd.CollapseDepth, (long?)safe, _journal.NextPosition(), region.Span), region, _dealing);
                break;
            case Construct.Sections sections:
                Shared(region, new Enclosure.Sections(_journal.NextPosition(), region.Span), sections.HasNoWait, null);
                break;
            case Construct.Section:
                var parent = _enclosures.LastOrDefault(enclosure => enclosure is Enclosure.Sections);
                Within(new Enclosure.Section(parent, _journal.NextPosition(), region.Span), region, null);
                break;
            case Construct.Single single:
                Shared(region, new Enclosure.Single(_journal.NextPosition(), region.Span), single.HasNoWait, null);
                break;
            case Construct.Master:
                Within(new Enclosure.Master(_journal.NextPosition(), region.Span), region, null);
                break;
            case Construct.Critical critical:
                Within(new Enclosure.Critical(critical.Name, _journal.NextPosition(), region.Span), region, null);
                break;
            case Construct.Atomic atomic:
                Atomic(region, atomic);
                break;
            case Construct.Ordered:
                Within(new Enclosure.Ordered(_journal.NextPosition(), region.Span), region, null);
                break;
            case Construct.Task task:
                Task(region, task);
                break;
            default:
                Within(new Enclosure.TaskGroup(_journal.NextPosition(), region.Span), region, null);
                break;
        }

        return KernelWalk.DescendantsAndSelf(region.Body).Any(node => node is KernelStatement.Return) ? NotUnderstood : Formula.True;
    }

    /// <summary>
    /// Work that a team shares and barriers must be come to by all of its threads, and so not stand closely inside of what some
    /// of them do (OpenMP 5.2 section 17.1).
    /// </summary>
    private void RefuseForSome(string what, TextSpan span)
    {
        if (_enclosures.Reverse().TakeWhile(enclosure => enclosure is not (Enclosure.Parallel or Enclosure.League)).Any(enclosure => enclosure
            is Enclosure.Worksharing or Enclosure.Sections or Enclosure.Section or Enclosure.Single or Enclosure.Master or Enclosure.Critical or Enclosure.Ordered or Enclosure.Task))
        {
            Gap(GapKind.Construct, $"{what} inside of what some of its threads do", span);
        }
    }

    private static ImmutableHashSet<Variable> LinearOf(KernelStatement.Region region) =>
        [.. region.Sharing.Where(item => item.Sharing is Sharing.Linear).Select(item => item.Variable)];

    /// <summary>Work that a team shares out; all wait at its end unless it says otherwise.</summary>
    private void Shared(KernelStatement.Region region, Enclosure enclosure, bool hasNoWait, Dealing? dealing)
    {
        Within(enclosure, region, dealing);
        if (!hasNoWait)
        {
            Barrier();
        }
    }

    /// <summary>All wait for each other, and for all tasks of the team (OpenMP 5.2 section 15.3.1).</summary>
    private void Barrier()
    {
        _segment = _journal.NextSegment();
        _journal.Add(new TaskWait(IsForAll: true, Setting(default)));
    }

    private void Wait(TextSpan span)
    {
        RefuseForSome("a barrier", span);
        Barrier();
    }

    private void Atomic(KernelStatement.Region region, Construct.Atomic atomic)
    {
        var outer = _atomic;
        _atomic = atomic.Target;
        _ = Run(region.Body);
        _atomic = outer;
    }

    /// <summary>A construct with the variables that it makes private, which come back as they were or as nobody knows.</summary>
    private void Within(Enclosure enclosure, KernelStatement.Region region, Dealing? dealing)
    {
        var (enclosures, path, outer, team, start) = (_enclosures, _path, _dealing, _team, _state);
        var lanes = _lanes;
        if (enclosure is Enclosure.Simd)
        {
            ShareAmongLanes(region);
        }

        var copying = new Enclosure.Single(_journal.NextPosition(), region.Span);
        ReadOriginals(region, copying);
        _journal.Add(new ReachedConstruct(enclosure, enclosures));
        (_enclosures, _dealing) = (enclosures.Add(enclosure), dealing);
        if (enclosure is Enclosure.Master && team is { Region: Enclosure.Parallel threads })
        {
            _path = Formula.And(path, Formula.Equal(IntegerPolynomial.Of(threads.Thread), IntegerPolynomial.Zero));
        }

        Privatize(region);
        _ = Run(region.Body);
        (_enclosures, _path, _dealing, _team) = (enclosures, path, outer, team);
        Publish(region, start);
        WriteOriginals(region, copying);
        var shared = _lanes.Except(lanes).Where(variable => !IsTeamMemoryOf(lanes, variable));
        _lanes = lanes;
        _state = Blurred(_state, shared, region);
    }

    /// <summary>
    /// Everything inside is executed by any thread of a team of any size. What the team shares and changes is memory in
    /// there.
    /// </summary>
    private void Parallel(KernelStatement.Region region, Construct.Parallel parallel)
    {
        if (_team is { Region: Enclosure.Parallel })
        {
            Gap(GapKind.Construct, "parallel region inside another one", region.Span);
        }

        var asked = parallel.ThreadCount is { } count ? NumberOf(Evaluate(count), count.Type, count.Span, "threads") : null;
        var isTeam = parallel.Condition is { } condition ? Truth(Evaluate(condition)) : Formula.True;
        var enclosure = new Enclosure.Parallel(_journal.NextPosition(), region.Span);
        Name(enclosure, asked, isTeam, Innermost);
        Shared(region, enclosure);
    }

    /// <summary>What is executed by each of several threads, which share some of their variables.</summary>
    private void Shared(KernelStatement.Region region, Enclosure enclosure)
    {
        _journal.Add(new ReachedConstruct(enclosure, _enclosures));
        var (enclosures, path, outer, start) = (_enclosures, _path, _team, _state);
        var changed = ChangedIn(region);
        var byTasks = SharedByTasks(region);
        _team = new(enclosure, changed.Union(byTasks).Union(outer?.Changed ?? []), byTasks.Union(outer?.SharedByTasks ?? []), outer);
        foreach (var variable in changed.Concat(NamedByTasks(region).Where(_state.Values.ContainsKey)).InOrder())
        {
            _ = Home(variable, region.Span) ?? NewHome(variable, lasts: false, region.Span);
        }

        var homes = _state.Homes;
        _enclosures = enclosures.Add(enclosure);
        Privatize(region);
        _state = Blurred(_state, ThreadPrivates, region) with { Locks = [] };
        Barrier();
        _ = Run(region.Body);
        Barrier();
        (_enclosures, _path, _team) = (enclosures, path, outer);
        _state = _state with { Homes = homes, Locks = start.Locks };
        Publish(region, start);
        WriteOriginals(region, new(_journal.NextPosition(), region.Span));
        _state = Blurred(_state, changed.Where(variable => IsScalar(variable.Type) && !IsTeamMemory(variable)).Concat(ThreadPrivates), region);
    }

    private IEnumerable<Variable> ThreadPrivates => _state.Values.Keys.Where(variable => variable.IsThreadPrivate);

    /// <summary>A runtime may deliver fewer threads than were asked for (SOUNDNESS 11).</summary>
    private void Name(Enclosure.Parallel enclosure, IntegerPolynomial? asked, Formula isTeam, Enclosure? outer)
    {
        enclosure.Count = _journal.Dimension("threads", DimensionKind.ThreadCount, outer, enclosure.Span, own => Formula.And(
            Formula.AtLeast(IntegerPolynomial.Of(own), IntegerPolynomial.One),
            asked is null ? Formula.True : Formula.AtLeast(asked, IntegerPolynomial.Of(own)),
            League?.ThreadLimit is { } limit ? Formula.AtLeast(limit, IntegerPolynomial.Of(own)) : Formula.True,
            Formula.Or(isTeam, Formula.Equal(IntegerPolynomial.Of(own), IntegerPolynomial.One))));
        enclosure.Thread = _journal.Dimension("thread", DimensionKind.Thread, enclosure, enclosure.Span, own => Formula.And(
            Formula.AtLeast(IntegerPolynomial.Of(own), IntegerPolynomial.Zero),
            Formula.Less(IntegerPolynomial.Of(own), IntegerPolynomial.Of(enclosure.Count))));
    }

    /// <summary>Variables from outside that the region's body may assign and does not have copies of.</summary>
    private ImmutableHashSet<Variable> ChangedIn(KernelStatement.Region region)
    {
        var assigned = AssignedVariables.In(region.Body.Statements, symbol => _functions.GetValueOrDefault(symbol));
        var own = region.Sharing.Where(item => item.Sharing is not Sharing.Shared).Select(item => item.Variable).ToHashSet();
        return
        [
            .. _state.Values.Keys.Concat(_state.Homes.Keys).Concat(_globals.Keys).Distinct().Where(variable =>
                !own.Contains(variable) && !variable.IsThreadPrivate && IsScalar(variable.Type) && !variable.Type.IsConst
                && (assigned.Contains(variable) || (CanBePointedTo(variable) && AssignedVariables.AnyThroughPointer(region.Body.Statements, MayMeet, variable)))
                && !IsDeclaredIn(region, variable)),
        ];
    }

    private static bool IsDeclaredIn(KernelStatement.Region region, Variable variable) => variable.Storage == StorageKind.Automatic
        && KernelWalk.DescendantsAndSelf(region.Body).Any(node => node is KernelStatement.Declare declare && declare.Variable == variable);

    /// <summary>Copies of what a region makes private: new objects, with the values they start with.</summary>
    private void Privatize(KernelStatement.Region region)
    {
        foreach (var item in region.Sharing.Where(item => item.Sharing is not (Sharing.Shared or Sharing.ThreadPrivate)))
        {
            var (variable, keeps) = (item.Variable, item.Sharing is Sharing.FirstPrivate or Sharing.FirstLastPrivate or Sharing.Linear);
            if (_team is not null && _team.SharedByTasks.Contains(variable))
            {
                _state = _state with { Homes = _state.Homes.Remove(variable) };
                _ = NewHome(variable, lasts: false, region.Span);
                continue;
            }

            _team = _team is null ? null : _team with { Changed = _team.Changed.Remove(variable) };
            _lanes = _lanes.Remove(variable);
            if (_state.Homes.TryGetValue(variable, out var home))
            {
                var copy = _journal.Object(home.Name, DataObjectKind.Local, home.SizeInBytes, home.Type, Innermost, region.Span, alignment: AlignmentOf(variable));
                _variables[copy] = variable;
                _state = _state with { Homes = _state.Homes.SetItem(variable, copy) };
            }

            if (IsScalar(variable.Type) && !(keeps && _state.Values.ContainsKey(variable)))
            {
                _state = _state.With(variable, Anything(variable.Type.Unqualified, variable.Name, DimensionKind.Free, region.Span));
            }
        }
    }

    /// <summary>After a region its private variables are again what they were, or what the region made of them.</summary>
    private void Publish(KernelStatement.Region region, State start)
    {
        foreach (var item in region.Sharing.Where(item => item.Sharing is not (Sharing.Shared or Sharing.ThreadPrivate)))
        {
            var variable = item.Variable;
            _state = _state with { Homes = start.Homes.TryGetValue(variable, out var home) ? _state.Homes.SetItem(variable, home) : _state.Homes.Remove(variable) };
            if (!IsScalar(variable.Type) || IsTeamMemory(variable))
            {
                continue;
            }

            var returns = item.Sharing is Sharing.Private or Sharing.FirstPrivate && item.Origin == SharingOrigin.Explicit;
            _state = _state.With(variable, returns && start.Values.TryGetValue(variable, out var value)
                ? value
                : Anything(variable.Type.Unqualified, variable.Name, DimensionKind.Free, region.Span));
        }
    }
}
