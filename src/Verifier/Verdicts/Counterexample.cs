using System.Collections.Immutable;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Bounded;

namespace HpcVerify.Verifier.Verdicts;

/// <summary>A call that goes wrong: sizes, threads, what every input element holds, and what happens then.</summary>
/// <param name="Sizes">The sizes as the task writes them, and how buffers lie: <c>M=1 N=9 K=1</c>, <c>n=4 with y = x + 1</c>.</param>
/// <param name="Threads">The size of the team; 1 for kernels without one.</param>
/// <param name="Inputs">The value of every input by its name, such as <c>A[3]</c>; those not listed do not matter.</param>
/// <param name="What">What goes wrong, in a sentence.</param>
/// <param name="Span">Where in the kernel; its start where no single place is to blame.</param>
public sealed record Counterexample(
    string Sizes, int Threads, ImmutableSortedDictionary<string, double> Inputs, string What, TextSpan Span)
{
    /// <summary>The call itself, with everything needed to make it again.</summary>
    public required ConcreteCall Call { get; init; }

    /// <summary>The rule of C or of the contract that is broken; null where nothing but the result is wrong.</summary>
    public Violation? Kind { get; init; }

    /// <summary>The first output element that differs, with both values; null where the run does not get that far.</summary>
    public DifferentElement? Element { get; init; }

    /// <summary>The other place that has to do with it.</summary>
    public TextSpan? Related { get; init; }

    /// <summary>The thread that came to the place; null outside of a team, and where no single place is to blame.</summary>
    public int? Thread { get; init; }

    /// <summary>The lane of a vector that came to the place; null outside of vectors.</summary>
    public int? Lane { get; init; }

    /// <summary>What the counters of the loops around the place held, outermost first.</summary>
    public ImmutableArray<LoopIndex> Indices { get; init; } = [];
}

/// <summary>One output element of a counterexample.</summary>
public sealed record DifferentElement(string Name, double Expected, double? Actual);

/// <summary>The value of one loop's counter.</summary>
public readonly record struct LoopIndex(string Name, long Value);
