using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;

namespace HpcVerify.Verifier.Native;

/// <summary>The supervisor's side of <c>struct control</c> in driver.c.</summary>
internal sealed unsafe class ControlPage
{
    /// <summary>Bytes of the shared file.</summary>
    public const int Length = 4096;

    /// <summary>Pointers and integers a call can have.</summary>
    public const int IntegerSlots = 24;

    /// <summary>Floating arguments a call can have.</summary>
    public const int RealSlots = 8;

    /// <summary>Buffers a call can have.</summary>
    public const int MappingSlots = 24;

    private const int DoorbellOffset = 0;
    private const int CompletionOffset = 64;
    private const int StatusOffset = 128;
    private const int PhaseOffset = 132;
    private const int ReturnsRealOffset = 136;
    private const int MappingCountOffset = 140;
    private const int SpinOffset = 144;
    private const int ResultOffset = 152;
    private const int MappingsOffset = 160;
    private const int MappingSize = 24;
    private const int IntegersOffset = 736;
    private const int IntegerSize = 16;
    private const int RealsOffset = 1120;
    private const int MessageOffset = 1184;
    private const int MessageLength = 512;
    private const int ChangedOffset = 1696;

    private readonly byte* start;

    public ControlPage(SharedFile file) => start = file.Start;

    public uint* Completion => (uint*)(start + CompletionOffset);

    public uint Answered => Volatile.Read(ref Unsafe.AsRef<uint>(Completion));

    public DriverStatus Status => (DriverStatus)(*(uint*)(start + StatusOffset));

    public long Result => *(long*)(start + ResultOffset);

    /// <summary>What the driver found changed in its own thread after a call.</summary>
    public ThreadState Changed => (ThreadState)(*(uint*)(start + ChangedOffset));

    /// <summary>Text from the hostile side: cut at its first zero byte, control characters replaced.</summary>
    public string Message
    {
        get
        {
            var bytes = new ReadOnlySpan<byte>(start + MessageOffset, MessageLength).ToArray();
            var end = Array.IndexOf(bytes, (byte)0);
            var text = Encoding.UTF8.GetString(bytes, 0, end < 0 ? bytes.Length : end);
            return string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
        }
    }

    public void SetSpin(TimeSpan duration) => *(long*)(start + SpinOffset) = (long)duration.TotalNanoseconds;

    public void SetPhase(DriverPhase phase) => *(uint*)(start + PhaseOffset) = (uint)phase;

    /// <summary>Announces ring <paramref name="number"/> without waking anyone.</summary>
    public void SetDoorbell(uint number) => Volatile.Write(ref Unsafe.AsRef<uint>(start + DoorbellOffset), number);

    public void WakeDriver() => Futex.WakeAll((uint*)(start + DoorbellOffset));

    public void WakeSupervisor() => Futex.WakeAll(Completion);

    public void Write(CallPlan plan, ReturnClass returns)
    {
        *(uint*)(start + ReturnsRealOffset) = returns is ReturnClass.Floating ? 1u : 0;
        *(uint*)(start + MappingCountOffset) = (uint)plan.Regions.Length;
        for (var index = 0; index < plan.Regions.Length; index++)
        {
            var region = plan.Regions[index];
            var target = (long*)(start + MappingsOffset + (index * MappingSize));
            (target[0], target[1], target[2]) = (region.FileOffset, region.Length, region.IsWritable ? 1 : 0);
        }

        for (var index = 0; index < IntegerSlots; index++)
        {
            var slot = index < plan.Integers.Length ? plan.Integers[index] : new(0, IntegerSlot.NoRegion);
            var target = (long*)(start + IntegersOffset + (index * IntegerSize));
            (target[0], target[1]) = (slot.Value, slot.Region);
        }

        for (var index = 0; index < RealSlots; index++)
        {
            ((long*)(start + RealsOffset))[index] = index < plan.Reals.Length ? plan.Reals[index] : 0;
        }
    }
}

/// <summary>How the driver got on while it loaded the kernel.</summary>
internal enum DriverStatus
{
    Starting = 0,
    Ready = 1,
    NotLoaded = 2,
    NoEntry = 3,
    NoMemory = 4,
}

/// <summary>State of a thread that its own process alone can see.</summary>
[Flags]
internal enum ThreadState
{
    None = 0,
    FloatingPointControl = 1,
    X87Control = 2,
    DirectionFlag = 4,
    SignalStack = 8,
}

/// <summary>What a ring asks the driver to do.</summary>
internal enum DriverPhase
{
    Prepare = 1,
    Run = 2,
}
