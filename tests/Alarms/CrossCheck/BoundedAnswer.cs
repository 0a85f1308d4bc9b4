using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.AllSizes;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Terms;
using BufferAccess = HpcVerify.Parser.Contracts.BufferAccess;

namespace HpcVerify.Alarms.CrossCheck;

/// <summary>One run of a kernel at known sizes and contents by a team of known size.</summary>
/// <param name="Unwritten">An element of an output that holds nothing afterwards; null where there is none, or the run does not finish.</param>
internal sealed record TeamRun(int Threads, RunOutcome Outcome, string? Unwritten)
{
    /// <summary>Whether the run does what a property rules out.</summary>
    public bool Breaks(SizeProperty property) => Outcome switch
    {
        RunOutcome.Violated violated => PropertyOf(violated) == property,
        RunOutcome.OutOfSteps => property == SizeProperty.Termination,
        RunOutcome.Finished => property == SizeProperty.Coverage && Unwritten is not null,
        _ => false,
    };

    /// <summary>Whether it does nothing wrong at all.</summary>
    public bool IsRight => Outcome is RunOutcome.Finished && Unwritten is null;

    public string What => Outcome switch
    {
        RunOutcome.Violated violated => FormattableString.Invariant($"{violated.Kind} by {Threads} threads: {violated.What}"),
        RunOutcome.OutOfSteps => FormattableString.Invariant($"no end, by {Threads} threads"),
        RunOutcome.Finished when Unwritten is not null => FormattableString.Invariant($"{Unwritten} is not written by {Threads} threads"),
        RunOutcome.Unsupported unsupported => $"unsupported: {unsupported.Construct}",
        var other => other.GetType().Name.ToLowerInvariant(),
    };

    /// <summary>Null for what no claim for all sizes is about: lifetimes, shifts, divisors.</summary>
    private static SizeProperty? PropertyOf(RunOutcome.Violated violated) => violated.Kind switch
    {
        Violation.SignedOverflow => SizeProperty.Overflow,
        Violation.OutOfBounds when violated.What.StartsWith("an array of", StringComparison.Ordinal) => SizeProperty.Allocation,
        Violation.EndlessLoop => SizeProperty.Termination,
        Violation.OutOfBounds or Violation.WriteToConstant or Violation.NullPointer => SizeProperty.Bounds,
        Violation.Misaligned or Violation.Assertion or Violation.BrokenPromise => SizeProperty.Alignment,
        Violation.Indeterminate => SizeProperty.Initialisation,
        Violation.Race or Violation.Barrier => SizeProperty.Races,
        _ => null,
    };
}

/// <summary>What the bounded engine does with a kernel at one size.</summary>
internal static class BoundedAnswer
{
    private const long Steps = 300_000;

    public static IReadOnlyList<TeamRun> At(VerificationRequest request, Sizes sizes, IEnumerable<int> teams)
    {
        var runs = new List<TeamRun>();
        var arguments = Arguments(request.Task.Contract, sizes);
        foreach (var threads in request.Kernel.HasTeams ? teams : [1])
        {
            var (run, isOpen) = Run(request, arguments, threads, isReversed: false);
            runs.Add(run);
            if (isOpen && threads > 1)
            {
                runs.Add(Run(request, arguments, threads, isReversed: true).Run);
            }
        }

        return runs;
    }

    /// <summary>The same call as one that was made before.</summary>
    public static TeamRun Again(VerificationRequest request, ConcreteCall call) =>
        Summary(call.Arguments, request.Kernel.Run.Run(new(new TermStore()), call.Arguments, call.Options with { WatchesLoops = true }), call.Options.Threads);

    private static (TeamRun Run, bool IsOpen) Run(VerificationRequest request, ImmutableArray<RunArgument> arguments, int threads, bool isReversed)
    {
        var result = request.Kernel.Run.Run(new(new TermStore()), arguments, new(Steps, threads, isReversed) { WatchesLoops = true });
        return (Summary(arguments, result, threads), result.HasOpenSharing || result.HasOpenOrder);
    }

    private static TeamRun Summary(ImmutableArray<RunArgument> arguments, RunResult result, int threads)
    {
        string? unwritten = null;
        if (result.Outcome is RunOutcome.Finished)
        {
            var buffers = arguments.OfType<RunArgument.Buffer>().ToList();
            unwritten = buffers.Zip(result.Buffers)
                .SelectMany(pair => pair.Second.Select((scalar, index) => scalar.IsIndeterminate ? FormattableString.Invariant($"{pair.First.Name}[{index}]") : null))
                .FirstOrDefault(name => name is not null);
        }

        return new(threads, result.Outcome, unwritten);
    }

    /// <summary>Small whole numbers, whose sums and products fit.</summary>
    private static ImmutableArray<RunArgument> Arguments(Contract contract, Sizes sizes) => [.. contract.Parameters.Select(parameter => contract.BufferOf(parameter) is { } buffer
        ? (RunArgument)new RunArgument.Buffer(parameter.Name, buffer.Element, Contents(buffer, (int)ContractArithmetic.Integer(buffer.Count, sizes)!.Value), buffer.AlignmentInBytes, buffer.Access == BufferAccess.Read)
        : new RunArgument.Value(Scalar.Of((ulong)sizes[parameter.Name]!.Value)))];

    private static ImmutableArray<Scalar> Contents(BufferContract buffer, int count) => [.. Enumerable.Range(0, count).Select(index =>
        buffer.IsZeroed ? Scalar.Of(0UL)
        : buffer.Access == BufferAccess.Write ? Scalar.Indeterminate
        : Scalar.Of(Bits(buffer.Element, (index % 5) - 2)))];

    private static ulong Bits(CType element, int number) => element switch
    {
        CType.Floating { Kind: FloatingKind.Float } => BitConverter.SingleToUInt32Bits(number),
        CType.Floating => BitConverter.DoubleToUInt64Bits(number),
        _ => (uint)number,
    };
}
