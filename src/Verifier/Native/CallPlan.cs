using System.Collections.Immutable;
using System.Diagnostics;

namespace HpcVerify.Verifier.Native;

/// <summary>Whole pages of a shared file that the driver maps between guard pages, and the buffer's place in them.</summary>
internal sealed record BufferRegion(Argument.Buffer Buffer, long FileOffset, long Length, int Start)
{
    public bool IsWritable => Buffer.Access is BufferAccess.Output;

    /// <summary>Where in the file the buffer ends and what lies behind it begins.</summary>
    public long End => FileOffset + Start + Buffer.Length;

    /// <summary>Bytes behind the buffer.</summary>
    public int Slack => (int)(Length - Start - Buffer.Length);
}

/// <summary>A value, or an offset into a region.</summary>
internal readonly record struct IntegerSlot(long Value, long Region)
{
    public const long NoRegion = -1;
}

/// <summary>One call's arguments laid out: which slot each takes, and where each buffer lies.</summary>
internal sealed record CallPlan(
    ImmutableArray<BufferRegion> Regions,
    ImmutableArray<int> RegionOfArgument,
    ImmutableArray<IntegerSlot> Integers,
    ImmutableArray<long> Reals)
{
    public const int PageSize = 1 << 16;
    private const int CanaryBytes = 256;
    private const int LargestAlignment = 4096;
    private const int LargestBuffer = 1 << 30;
    private const int NoRegion = -1;

    /// <summary>Bytes of the input file and of the output file that the plan needs.</summary>
    public long BytesOf(BufferAccess access) =>
        Regions.Where(region => region.Buffer.Access == access).Sum(region => region.Length);

    /// <summary>Why the driver cannot make such a call; empty when it can.</summary>
    public string Problem(long capacity) =>
        Integers.Length > ControlPage.IntegerSlots ? $"more than {ControlPage.IntegerSlots} pointers and integers"
        : Reals.Length > ControlPage.RealSlots ? $"more than {ControlPage.RealSlots} floating arguments"
        : Math.Max(BytesOf(BufferAccess.Input), BytesOf(BufferAccess.Output)) > capacity ? "buffers exceed the session's capacity"
        : Regions.Length > ControlPage.MappingSlots ? $"more than {ControlPage.MappingSlots} buffers"
        : Regions.Any(region => region.Buffer.Alignment is < 1 or > LargestAlignment) ? $"alignment above {LargestAlignment}"
        : Regions.Any(region => region.Buffer.Length is < 0 or > LargestBuffer) ? "a buffer above 1 GiB"
        : "";

    /// <summary>Lays out <paramref name="request"/>; inputs and outputs each fill their own file from the start.</summary>
    public static CallPlan Of(CallRequest request)
    {
        var regions = ImmutableArray.CreateBuilder<BufferRegion>();
        var regionOfArgument = ImmutableArray.CreateBuilder<int>();
        var next = new Dictionary<BufferAccess, long> { [BufferAccess.Input] = 0, [BufferAccess.Output] = 0 };
        foreach (var argument in request.Arguments)
        {
            if (argument is not Argument.Buffer buffer)
            {
                regionOfArgument.Add(NoRegion);
                continue;
            }

            var region = Place(buffer, next[buffer.Access]);
            next[buffer.Access] += region.Length;
            regionOfArgument.Add(regions.Count);
            regions.Add(region);
        }

        return Assign(request.Arguments, regions.ToImmutable(), regionOfArgument.ToImmutable());
    }

    private static CallPlan Assign(
        ImmutableArray<Argument> arguments, ImmutableArray<BufferRegion> regions, ImmutableArray<int> regionOfArgument)
    {
        var integers = ImmutableArray.CreateBuilder<IntegerSlot>();
        var reals = ImmutableArray.CreateBuilder<long>();
        for (var index = 0; index < arguments.Length; index++)
        {
            switch (arguments[index])
            {
                case Argument.Integer integer:
                    integers.Add(new(integer.Value, IntegerSlot.NoRegion));
                    break;
                case Argument.Buffer:
                    integers.Add(new(regions[regionOfArgument[index]].Start, regionOfArgument[index]));
                    break;
                case Argument.Alias alias:
                    var region = regionOfArgument[alias.Target];
                    integers.Add(new(regions[region].Start + alias.ByteOffset, region));
                    break;
                case Argument.Double real:
                    reals.Add(BitConverter.DoubleToInt64Bits(real.Value));
                    break;
                case Argument.Single real:
                    reals.Add(BitConverter.SingleToUInt32Bits(real.Value));
                    break;
                default:
                    throw new UnreachableException();
            }
        }

        return new(regions, regionOfArgument, integers.ToImmutable(), reals.ToImmutable());
    }

    private static BufferRegion Place(Argument.Buffer buffer, long fileOffset)
    {
        var slack = buffer.Layout is BufferLayout.BetweenCanaries ? 2 * (CanaryBytes + buffer.Alignment) : 0;
        var length = Math.Max(1, (buffer.Length + (long)slack + PageSize - 1) / PageSize) * PageSize;
        var start = buffer.Layout switch
        {
            BufferLayout.StartsAtGuard => 0,
            BufferLayout.EndsAtGuard => (length - buffer.Length) & -buffer.Alignment,
            BufferLayout.BetweenCanaries => OddMultiple(buffer.Alignment),
            _ => throw new UnreachableException(),
        };
        return new(buffer, fileOffset, length, (int)start);
    }

    /// <summary>The first place behind the canary that is aligned as promised and to no greater power of two.</summary>
    private static long OddMultiple(int alignment)
    {
        var multiples = (CanaryBytes + alignment - 1) / alignment;
        return (long)(multiples | 1) * alignment;
    }
}
