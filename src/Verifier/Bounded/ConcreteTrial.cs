using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Terms;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Verifier.Bounded;

/// <summary>What one call with known inputs shows.</summary>
internal abstract record TrialResult
{
    private TrialResult() { }

    /// <summary>Every output is within the contract's tolerance.</summary>
    public sealed record Agreed : TrialResult;

    /// <summary>The kernel does what C or its contract forbid.</summary>
    public sealed record Violated(RunOutcome.Violated Outcome) : TrialResult;

    public sealed record Differs(DifferentElement Element, OutputPlace Place) : TrialResult;

    /// <summary>A run ended in another way, or there is nothing to compare with.</summary>
    public sealed record Open : TrialResult;
}

/// <summary>
/// Runs kernel and reference on known inputs and compares what they leave, as a native trial does: by the same tolerance, on
/// the scale of the reference's answer for absolute values (SOUNDNESS 9).
/// </summary>
internal sealed class ConcreteTrial(VerificationRequest request)
{
    public TrialResult Run(ConcreteCall call)
    {
        var (sizes, arguments, options) = call;
        var kernel = request.Kernel.Run.Run(New(), arguments, options with { WatchesLoops = true });
        if (!kernel.Obligations.IsEmpty)
        {
            // Something hangs on what a library function gives, and the run saw some of the ways on only.
            return new TrialResult.Open();
        }

        if (kernel.Outcome is RunOutcome.Violated violated && call.Arrangement is null)
        {
            return new TrialResult.Violated(violated);
        }

        // A reference that keeps state is called as often as the kernel.
        var once = options with { Calls = request.Reference.Run.HasState ? options.Calls : 1 };
        var reference = request.Reference.Run.Run(New(), arguments, once);
        if (kernel.Outcome is RunOutcome.Violated overlapped && reference.Outcome is RunOutcome.Finished)
        {
            // Nobody may overlap buffers in a way that the reference does not allow.
            return new TrialResult.Violated(overlapped);
        }

        var scale = request.Magnitude is { } magnitude ? magnitude.Run.Run(New(), arguments, once) : request.Reference.Run.Run(New(), Absolute(arguments), once);
        if (kernel.Outcome is not RunOutcome.Finished || reference.Outcome is not RunOutcome.Finished || scale.Outcome is not RunOutcome.Finished
            || !reference.Obligations.IsEmpty || !scale.Obligations.IsEmpty)
        {
            return new TrialResult.Open();
        }

        var units = request.Task.ToleranceAt(sizes);
        return Compare(arguments, kernel, reference, scale, units) is var (element, place) ? new TrialResult.Differs(element, place) : new TrialResult.Agreed();
    }

    /// <summary>
    /// The kernel's last store to a place, as a run that ends there; null where it makes none, or the place is no element of a
    /// buffer that lies apart.
    /// </summary>
    public RunOutcome.Violated? LastStore(ConcreteCall call, OutputPlace place)
    {
        if (call.Arguments.OfType<RunArgument.Buffer>().FirstOrDefault(buffer => buffer.Name == place.Buffer) is not { } buffer || Layout.SortOf(buffer.Element) is not { } sort)
        {
            return null;
        }

        var offset = (long)place.Index * (sort.Width / 8);
        var all = new StoreWatch(place.Buffer, offset);
        request.Kernel.Run.Run(New(), call.Arguments, call.Options with { Watch = all });
        return all.Count == 0 ? null
            : request.Kernel.Run.Run(New(), call.Arguments, call.Options with { Watch = new(place.Buffer, offset, all.Count) }).Outcome as RunOutcome.Violated;
    }

    private (DifferentElement Element, OutputPlace Place)? Compare(ImmutableArray<RunArgument> arguments, RunResult kernel, RunResult reference, RunResult scale, double units)
    {
        foreach (var (position, buffer) in RunArgument.WrittenFirst(arguments))
        {
            for (var index = 0; index < buffer.Contents.Length; index++)
            {
                var (expected, actual) = (reference.Buffers[position][index], kernel.Buffers[position][index]);
                if (!expected.IsIndeterminate && Difference(buffer.Element, expected, actual, scale.Buffers[position][index], units) is var (right, wrong))
                {
                    var place = new OutputPlace(buffer.Name, index);
                    return (new($"{place}", right, wrong), place);
                }
            }
        }

        return !reference.Returned.IsIndeterminate && Difference(request.Task.Prototype.Result, reference.Returned, kernel.Returned, scale.Returned, units) is var (value, got)
            ? (new("the returned value", value, got), OutputPlace.Returned)
            : null;
    }

    private static (double Expected, double? Actual)? Difference(CType type, Scalar expected, Scalar actual, Scalar scale, double units)
    {
        if (Layout.SortOf(type) is not { } sort || !expected.IsConcrete || !(actual.IsConcrete || actual.IsIndeterminate))
        {
            return null;
        }

        if (sort.IsFloating && !scale.IsConcrete && !scale.IsIndeterminate)
        {
            // What is tolerated hangs on what a library function gives.
            return null;
        }

        var right = Concrete.Number(expected.Bits, sort, Layout.IsSigned(type));
        if (actual.IsIndeterminate)
        {
            return actual.IsMixed ? null : (right, null);
        }

        var wrong = Concrete.Number(actual.Bits, sort, Layout.IsSigned(type));
        var tolerated = sort.IsFloating && scale.IsConcrete
            ? units * sort.UnitRoundoff * Math.Abs(Concrete.Number(scale.Bits, sort, false))
            : 0;
        var isEqual = expected.Bits == actual.Bits || (double.IsNaN(right) && double.IsNaN(wrong)) || Math.Abs(right - wrong) <= tolerated;
        return isEqual ? null : (right, wrong);
    }

    /// <summary>The absolute values of all floating inputs, those passed by value included.</summary>
    private ImmutableArray<RunArgument> Absolute(IEnumerable<RunArgument> arguments) =>
    [
        .. arguments.Zip(request.Task.Contract.Parameters, (argument, parameter) => argument switch
        {
            RunArgument.Buffer { Element: CType.Floating element } buffer => buffer with { Contents = [.. buffer.Contents.Select(scalar => Absolute(scalar, element))] },
            RunArgument.Value value when parameter.Type is CType.Floating type => new RunArgument.Value(Absolute(value.Scalar, type)),
            _ => argument,
        }),
    ];

    private static Scalar Absolute(Scalar scalar, CType.Floating type) =>
        scalar.IsConcrete && Layout.SortOf(type) is { } sort ? Scalar.Of(scalar.Bits & (sort.Mask >> 1)) : scalar;

    private static TermBuilder New() => new(new TermStore());
}
