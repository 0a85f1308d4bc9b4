using System.Buffers.Binary;
using System.Text;

namespace HpcVerify.Trainer.Reports.TensorBoard;

/// <summary>A message in the wire format of protocol buffers, field by field.</summary>
internal sealed class ProtoMessage
{
    private const int Varint = 0, Fixed64 = 1, Delimited = 2, Fixed32 = 5, TypeBits = 3, PayloadBits = 7, MoreFollows = 0x80;

    private readonly List<byte> _bytes = [];

    public byte[] ToArray() => [.. _bytes];

    public ProtoMessage Add(int field, double value)
    {
        var bytes = new byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
        return Key(field, Fixed64).Bytes(bytes);
    }

    public ProtoMessage Add(int field, float value)
    {
        var bytes = new byte[sizeof(float)];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
        return Key(field, Fixed32).Bytes(bytes);
    }

    public ProtoMessage Add(int field, long value) => Key(field, Varint).Number((ulong)value);

    public ProtoMessage Add(int field, string value) => Add(field, Encoding.UTF8.GetBytes(value));

    public ProtoMessage Add(int field, ProtoMessage value) => Add(field, value.ToArray());

    private ProtoMessage Add(int field, byte[] value) => Key(field, Delimited).Number((ulong)value.Length).Bytes(value);

    private ProtoMessage Key(int field, int type) => Number(((ulong)field << TypeBits) | (uint)type);

    private ProtoMessage Number(ulong value)
    {
        for (; value >= MoreFollows; value >>= PayloadBits)
        {
            _bytes.Add((byte)(value | MoreFollows));
        }

        _bytes.Add((byte)value);
        return this;
    }

    private ProtoMessage Bytes(byte[] bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }
}
