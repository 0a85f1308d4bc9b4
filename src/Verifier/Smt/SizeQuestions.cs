using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Microsoft.Z3;

namespace HpcVerify.Verifier.Smt;

/// <summary>Sizes that satisfy a formula, the small ones first.</summary>
public abstract record SizeAnswer
{
    private SizeAnswer() { }

    public sealed record None(string Prover) : SizeAnswer;

    /// <summary>A value for each size, in order.</summary>
    public sealed record Found(ImmutableArray<long> Sizes) : SizeAnswer;

    public sealed record Undecided : SizeAnswer;
}

/// <summary>Asks Z3 for small integers that satisfy a formula, and counts what that costs over one verification.</summary>
/// <param name="resources">What Z3 may spend on one check, in units of its own that do not depend on the machine.</param>
/// <param name="mostChecks">How many checks are made.</param>
/// <param name="mostUndecided">How many checks may come to nothing.</param>
public sealed class SizeQuestions(uint resources, int mostChecks, int mostUndecided)
{
    /// <summary>All sizes are kept below one of these at first.</summary>
    private static readonly ImmutableArray<long> Caps = [16, 64, 128, 256, 512, 1024, 4096, 65536];

    /// <summary>No size is made smaller than this that can be as large.</summary>
    private const long Usual = 3;

    private int _checks;
    private int _undecided;

    /// <summary>Whether any sizes satisfy a text in SMT-LIB at all.</summary>
    /// <param name="text">Declarations and assertions.</param>
    /// <param name="isNicety">Whether little is to be spent on it.</param>
    public SizeAnswer Exists(string text, bool isNicety = false) => PosedQuestion.Ask<SizeAnswer>(
        text,
        isNicety ? resources / 20 : resources,
        (prover, _, solver) => Check(solver) switch
        {
            Status.UNSATISFIABLE => new SizeAnswer.None(prover),
            Status.SATISFIABLE => new SizeAnswer.Found([]),
            _ => new SizeAnswer.Undecided(),
        },
        new SizeAnswer.Undecided());

    /// <summary>Sizes that satisfy a text, the largest of them small and then each as small as can be in the order given, but 3 where it can be.</summary>
    /// <param name="text">Declarations and assertions.</param>
    /// <param name="names">The constants that are sizes.</param>
    /// <param name="order">The positions of the names, the one that is to be smallest first.</param>
    public SizeAnswer Smallest(string text, ImmutableArray<string> names, ImmutableArray<int> order) => PosedQuestion.Ask<SizeAnswer>(text, resources, (prover, context, solver) =>
    {
        ImmutableArray<IntExpr> sizes = [.. names.Select(context.MkIntConst)];
        var last = Status.UNKNOWN;
        foreach (var cap in Caps.Select(cap => (long?)cap).Append(null))
        {
            solver.Push();
            if (cap is { } most)
            {
                solver.Assert([.. sizes.Select(size => context.MkLe(size, context.MkInt(most)))]);
            }

            last = Check(solver);
            if (last == Status.SATISFIABLE)
            {
                return new SizeAnswer.Found(Reduced(context, solver, sizes, order, Raised(context, solver, sizes)));
            }

            solver.Pop();
        }

        return last == Status.UNSATISFIABLE ? new SizeAnswer.None(prover) : new SizeAnswer.Undecided();
    }, new SizeAnswer.Undecided());

    /// <summary>Loops that turn once or not at all hide what depends on more turns: each size is usual where it can be.</summary>
    private ImmutableArray<long> Raised(Context context, Solver solver, ImmutableArray<IntExpr> sizes)
    {
        var best = ValuesOf(solver, sizes);
        foreach (var size in sizes)
        {
            solver.Push();
            solver.Assert(context.MkGe(size, context.MkInt(Usual)));
            if (Check(solver) == Status.SATISFIABLE)
            {
                best = ValuesOf(solver, sizes);
            }
            else
            {
                solver.Pop();
            }
        }

        return best;
    }

    /// <summary>Halves what each size may be, as long as the others need not grow for it.</summary>
    private ImmutableArray<long> Reduced(Context context, Solver solver, ImmutableArray<IntExpr> sizes, ImmutableArray<int> order, ImmutableArray<long> best)
    {
        foreach (var position in order)
        {
            for (var low = Math.Min(0, best[position]); low < best[position];)
            {
                var middle = low + ((best[position] - low) / 2);
                solver.Push();
                solver.Assert([.. sizes.Select((size, index) => context.MkLe(size, context.MkInt(index == position ? middle : best[index])))]);
                if (Check(solver) == Status.SATISFIABLE)
                {
                    best = ValuesOf(solver, sizes);
                }
                else
                {
                    low = middle + 1;
                }

                solver.Pop();
            }
        }

        return best;
    }

    private static ImmutableArray<long> ValuesOf(Solver solver, ImmutableArray<IntExpr> sizes)
    {
        using var model = solver.Model;
        return [.. sizes.Select(size => (long)BigInteger.Parse(model.Eval(size, completion: true).Simplify() is IntNum number ? number.ToString() : "0", CultureInfo.InvariantCulture))];
    }

    private Status Check(Solver solver)
    {
        if (_checks >= mostChecks || _undecided >= mostUndecided)
        {
            return Status.UNKNOWN;
        }

        _checks++;
        var answer = solver.Check();
        _undecided += answer == Status.UNKNOWN ? 1 : 0;
        return answer;
    }
}
