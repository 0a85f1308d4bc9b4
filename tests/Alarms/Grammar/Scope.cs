using System.Collections.Immutable;

namespace HpcVerify.Alarms.Grammar;

/// <summary>How far a counter reaches: below n, below m, or below n * m.</summary>
public enum Reach
{
    N,
    M,
    All,
}

/// <summary>A loop's counter.</summary>
public sealed record Counter(string Name, Reach Reach);

/// <summary>A local scalar; its letter is its type.</summary>
public sealed record Local(string Name, char Letter, bool IsAssignable);

/// <summary>What an iteration or a thread of a team may do: store to some buffers, at its own elements, and read the others.</summary>
/// <param name="Owner">The counter that no other task has: with <see cref="Reach.N"/> it owns a row.</param>
public sealed record Share(Counter Owner, ImmutableArray<string> Written);

/// <summary>What may be named at a place of a kernel, and how deep in loops it lies.</summary>
/// <param name="IsInRegion">Whether it lies in a region that must not be left.</param>
/// <param name="IsWild">Whether arithmetic goes without the guards that keep it defined.</param>
public sealed record Scope(ImmutableArray<Counter> Counters, ImmutableArray<Local> Locals, int Depth, int Nesting, Share? Share, bool IsInLoop, bool IsInRegion, bool IsWild)
{
    public static Scope Top(bool isWild) => new([], [], 0, 0, null, false, false, isWild);

    public Scope With(Counter counter) => this with { Counters = Counters.Add(counter), Depth = Depth + 1, IsInLoop = true };

    public Scope With(Local local) => this with { Locals = Locals.Add(local) };

    public Scope Nested => this with { Nesting = Nesting + 1 };

    /// <summary>The body of a region that a team shares: locals from outside are only read there.</summary>
    public Scope Shared(Share share) => With(share.Owner) with
    {
        Share = share,
        IsInLoop = false,
        IsInRegion = true,
        Locals = [.. Locals.Select(local => local with { IsAssignable = false })],
    };
}
