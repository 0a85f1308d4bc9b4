using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;
using HpcVerify.Verifier.Inputs;
using HpcVerify.Verifier.Smt;

namespace HpcVerify.Verifier.Bounded;

/// <summary>All trials of one kernel at one size after another: every drawing of index arrays, every team, every order that is open.</summary>
internal sealed class SizeTrials(VerificationRequest request, BoundedOptions options, Findings findings)
{
    private readonly ConcreteTrial _concrete = new(request);
    private readonly Questions _questions = new(options.SolverResources, options.SolverQuestions);

    /// <summary>Whether runs over index arrays that hold anything have come to an end so far; later ones need not be tried else.</summary>
    private bool _opensIndices = !request.Kernel.Run.HasState && !request.Reference.Run.HasState;

    /// <summary>Buffers apart; false where the contract allows no inputs there.</summary>
    public bool RunAt(Sizes sizes)
    {
        var drawn = Drawn(sizes).ToList();
        var isOpen = OpenIndices.AreIn(request.Task.Contract, sizes) && RunOpen(drawn);
        findings.NoteIndices(isOpen);
        foreach (var drawing in isOpen ? [] : drawn.TakeWhile(_ => !findings.IsRefuted))
        {
            Run(new(request, options, _concrete, findings, _questions, drawing, arrangement: null), findings);
        }

        return drawn.Count > 0;
    }

    /// <summary>
    /// Two buffers overlapping, where the reference runs to its end: else its outcome is returned, and nothing is asked of the
    /// kernel. Null where there is no such call.
    /// </summary>
    public RunOutcome? RunAt(Sizes sizes, Arrangement arrangement)
    {
        RunOutcome? outcome = null;
        foreach (var drawing in arrangement.At(sizes) is null ? [] : Drawn(sizes).TakeWhile(_ => !findings.IsRefuted))
        {
            var trial = new SizeTrial(request, options, _concrete, findings, _questions, drawing, arrangement);
            outcome = outcome is null or RunOutcome.Finished ? trial.ReferenceOutcome : outcome;
            if (trial.ReferenceOutcome is RunOutcome.Finished)
            {
                Run(trial, findings);
            }
        }

        return outcome;
    }

    /// <summary>
    /// Index arrays with any values in their range, as long as that settles everything; false where something stays open, and is
    /// to be asked again of arrays that are drawn.
    /// </summary>
    private bool RunOpen(IReadOnlyList<TrialInput> drawn)
    {
        var (found, sides) = (new Findings(), request.Kernel.Run.KeepSides());
        foreach (var drawing in _opensIndices ? Different(drawn).TakeWhile(_ => !found.IsRefuted && !found.HasOpen) : [])
        {
            var trial = new SizeTrial(request, options, _concrete, found, _questions, drawing, arrangement: null, opensIndices: true);
            if (trial.ReferenceOutcome is not RunOutcome.Finished)
            {
                _opensIndices = false;
                break;
            }

            Run(trial, found);
        }

        _opensIndices &= !found.HasOpen;
        if (!_opensIndices)
        {
            sides.Restore();
            return false;
        }

        findings.Add(found);
        return true;
    }

    /// <summary>Calls differ only in what is drawn.</summary>
    private IEnumerable<TrialInput> Different(IReadOnlyList<TrialInput> drawn) =>
        drawn is [var first, ..] && OpenIndices.AreAll(request.Task.Contract, first.Sizes) ? [first] : drawn;

    private IEnumerable<TrialInput> Drawn(Sizes sizes)
    {
        var drawings = request.Task.Contract.Buffers.Any(buffer => SymbolicCall.IsDrawn(request.Task.Contract, buffer)) ? options.Drawings : 1;
        return Enumerable.Range(1, drawings).Select(seed => TrialInput.Generate(request.Task, sizes, (ulong)seed)).OfType<TrialInput>();
    }

    private void Run(SizeTrial trial, Findings findings)
    {
        foreach (var threads in Teams(trial.Sizes))
        {
            trial.Run(new(threads, IsReversed: false, IsPlacedBackwards: false));
            if ((findings.HasOpenOrder || findings.HasOpenSharing) && threads > 1 && !findings.IsRefuted)
            {
                trial.Run(new(threads, IsReversed: true, IsPlacedBackwards: false));
            }

            if (findings.HasOpenPlacement && !findings.IsRefuted)
            {
                trial.Run(new(threads, IsReversed: false, IsPlacedBackwards: true));
            }

            if (findings.IsRefuted)
            {
                break;
            }
        }
    }

    private ImmutableArray<int> Teams(Sizes sizes) =>
        !request.Kernel.HasTeams ? [1]
        : request.Task.TeamAt(sizes) is { } promised ? [promised]
        : request.Kernel.HasOwnTeamSize ? [.. options.Teams, options.LargestTeam]
        : options.Teams;
}

/// <summary>What a run is free to choose: the team's size, and the orders that are left open.</summary>
internal readonly record struct RunWay(int Threads, bool IsReversed, bool IsPlacedBackwards);
