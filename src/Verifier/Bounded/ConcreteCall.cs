using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;

namespace HpcVerify.Verifier.Bounded;

/// <summary>A call of which everything is known: sizes, each argument's bits, and how it is run.</summary>
public sealed record ConcreteCall(Sizes Sizes, ImmutableArray<RunArgument> Arguments, RunOptions Options)
{
    /// <summary>Which buffers overlap: <c>y = x + 1</c>; null where none do.</summary>
    public string? Arrangement => ArrangementOf(Arguments);

    /// <summary>The call for people: sizes, which buffers overlap, and the order in memory where it is not that of the parameters.</summary>
    public string Describe(KernelTask task) => Describe(task, Sizes, Arguments) + (Options.IsPlacedBackwards ? ", the last buffer first in memory" : "");

    /// <summary>The sizes as the task writes them, and which buffers overlap: <c>n=4 with y = x + 1</c>.</summary>
    public static string Describe(KernelTask task, Sizes sizes, IEnumerable<RunArgument> arguments) =>
        ArrangementOf(arguments) is { } arrangement ? $"{task.Describe(sizes)} with {arrangement}" : task.Describe(sizes);

    private static string? ArrangementOf(IEnumerable<RunArgument> arguments) =>
        arguments.OfType<RunArgument.Buffer>().Select(buffer => buffer.Overlap?.Describe(buffer.Name)).FirstOrDefault(words => words is not null);
}
