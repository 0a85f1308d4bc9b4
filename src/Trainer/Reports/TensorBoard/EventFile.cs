using System.Buffers.Binary;
using System.Collections.Immutable;

namespace HpcVerify.Trainer.Reports.TensorBoard;

/// <summary>
/// A file that TensorBoard shows: <c>tensorflow.Event</c> messages (<c>event.proto</c>) as records of a TFRecord file: length, masked CRC of the length,
/// data, masked CRC of the data, little endian.
/// </summary>
public static class EventFile
{
    /// <summary>TensorBoard looks for <c>tfevents</c> in names.</summary>
    public const string Name = "events.out.tfevents.hpcverify";

    private const int WallTime = 1, Step = 2, FileVersion = 3, Summary = 5;
    private const int SummaryValue = 1, Tag = 1, SimpleValue = 2;

    /// <summary>What every file begins with.</summary>
    /// <param name="seconds">Since the beginning of 1970.</param>
    public static byte[] Head(double seconds) => Record(new ProtoMessage().Add(WallTime, seconds).Add(FileVersion, "brain.Event:2").ToArray());

    /// <summary>The metrics of a step.</summary>
    /// <param name="seconds">Since the beginning of 1970.</param>
    public static byte[] Scalars(double seconds, long step, ImmutableSortedDictionary<string, double> metrics)
    {
        var summary = new ProtoMessage();
        foreach (var (name, value) in metrics)
        {
            summary.Add(SummaryValue, new ProtoMessage().Add(Tag, name).Add(SimpleValue, (float)value));
        }

        return Record(new ProtoMessage().Add(WallTime, seconds).Add(Step, step).Add(Summary, summary).ToArray());
    }

    private static byte[] Record(byte[] data)
    {
        var record = new byte[sizeof(ulong) + sizeof(uint) + data.Length + sizeof(uint)];
        BinaryPrimitives.WriteUInt64LittleEndian(record, (ulong)data.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(sizeof(ulong)), Crc32C.Masked(record.AsSpan(0, sizeof(ulong))));
        data.CopyTo(record, sizeof(ulong) + sizeof(uint));
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(record.Length - sizeof(uint)), Crc32C.Masked(data));
        return record;
    }
}
