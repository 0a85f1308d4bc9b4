using System.Collections.Immutable;
using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Bounded;

/// <summary>
/// Watches one execution of a loop for a turn that ends just as an earlier one did. A run whose inputs are known is
/// deterministic, so what led from the one to the other leads on for ever. What is compared with is taken at turns that are
/// powers of two (Brent, "An improved Monte Carlo factorization algorithm", 1980).
/// </summary>
internal sealed class LoopWatch(Machine machine, int frame)
{
    /// <summary>Loops of fewer turns are not worth a copy of memory.</summary>
    private const long FirstImage = 8;

    private MachineImage? _earlier;
    private long _turns;
    private long _next = FirstImage;

    /// <summary>To be called after each turn; ends the run where it can have no end.</summary>
    public void Look(TextSpan span)
    {
        if (machine.IsConditional)
        {
            _earlier = null;
        }
        else if (_earlier?.Shows(machine, frame) == true)
        {
            throw Machine.Stop(Violation.EndlessLoop, FormattableString.Invariant($"the loop never ends: after turn {_turns + 1} everything is as it was after turn {_next / 2}"), span);
        }
        else if (_turns + 1 == _next)
        {
            (_earlier, _next) = (new(machine, frame), 2 * _next);
        }

        _turns++;
    }
}

/// <summary>All that a thread's way on depends on within one execution of a loop, as long as it waits for no other thread.</summary>
internal sealed class MachineImage
{
    private readonly Scalar[] _slots;
    private readonly Progress _progress;
    private readonly ImmutableArray<ObjectImage?> _objects;

    public MachineImage(Machine machine, int frame)
    {
        (_slots, _progress) = (machine.ActiveSlots(frame).ToArray(), machine.Progress);
        _objects = [.. machine.Memory.Objects.Select(target => target is { IsLive: true } ? target.Image() : null)];
    }

    public bool Shows(Machine machine, int frame) =>
        ObjectImage.AreSame(machine.ActiveSlots(frame), _slots) && machine.Progress == _progress
        && machine.Memory.Objects.Zip(_objects).All(pair => pair.First is { IsLive: true } ? pair.Second is { } image && pair.First.IsAs(image) : pair.Second is null);
}

/// <summary>What a thread has counted.</summary>
/// <param name="Phase">Barriers of its team: others had turns before each.</param>
/// <param name="Encounters">Constructs it came to that are shared out in a team.</param>
/// <param name="SharedReads">Of what other threads of its team may write to: a loop that waits for them does so.</param>
/// <param name="Objects">All that were made in the run.</param>
internal readonly record struct Progress(int Phase, int Encounters, long SharedReads, long StackBytes, long ThreadLimit, int Objects);

/// <summary>What one object holds.</summary>
internal sealed record ObjectImage(int Granule, Scalar[] Values, byte[] Widths)
{
    public bool IsAs(ObjectImage other) => Granule == other.Granule && Widths.AsSpan().SequenceEqual(other.Widths) && AreSame(Values, other.Values);

    public static bool AreSame(ReadOnlySpan<Scalar> left, ReadOnlySpan<Scalar> right)
    {
        for (var index = 0; index < left.Length; index++)
        {
            if (index >= right.Length || !left[index].IsSameAs(right[index]))
            {
                return false;
            }
        }

        return left.Length == right.Length;
    }
}
