using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

/// <summary>Operations on many bytes that keep scalars whole (SOUNDNESS 19).</summary>
internal static class Bulk
{
    public static void Set(Machine machine, Address target, byte value, long size, TextSpan span)
    {
        if (size <= 0)
        {
            return;
        }

        machine.Memory.Reach(target, size, span);
        var bits = value * 0x0101010101010101UL;
        for (var done = 0L; done < size;)
        {
            var width = WidthFor(target.Offset + done, size - done);
            machine.Store(target with { Offset = target.Offset + done }, Sort.Bits(8 * width), Scalar.Of(width == 8 ? bits : bits & ((1UL << (8 * width)) - 1)), span);
            done += width;
        }
    }

    /// <summary>Scalars as they lie in the source; all are read before any is written.</summary>
    public static void Copy(Machine machine, Address target, Address source, long size, TextSpan span)
    {
        if (size <= 0)
        {
            return;
        }

        var from = machine.Memory.Reach(source, size, span);
        machine.Memory.Reach(target, size, span);
        var read = new List<(long Offset, int Width, Scalar Value)>();
        for (var done = 0L; done < size;)
        {
            var width = (int)Math.Min(from.WidthAt(source.Offset + done) ?? WidthFor(source.Offset + done, size - done), size - done);
            read.Add((done, width, machine.LoadRaw(source with { Offset = source.Offset + done }, width, span)));
            done += width;
        }

        foreach (var (offset, width, value) in read)
        {
            machine.Store(target with { Offset = target.Offset + offset }, SortOf(machine, value, width), value, span);
        }
    }

    private static Sort SortOf(Machine machine, Scalar value, int width) =>
        value.IsConcrete || value.IsIndeterminate ? Sort.Bits(8 * width) : machine.Terms.Store.SortOf(value.Term);

    private static int WidthFor(long offset, long left)
    {
        var width = 8;
        while (offset % width != 0 || width > left)
        {
            width /= 2;
        }

        return width;
    }
}
