using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace HpcVerify.Trainer.Model.Checkpoints;

/// <summary>One array of a file, row by row.</summary>
public sealed record NamedTensor(string Name, ImmutableArray<int> Dimensions, float[] Values);

/// <summary>
/// What a safetensors file holds: eight bytes with the header's length, a header in JSON, then the numbers, all of it little-endian, as
/// https://github.com/huggingface/safetensors describes it. Of its number formats there is F32.
/// </summary>
/// <param name="Notes">The header's <c>__metadata__</c>.</param>
public sealed record SafeTensors(ImmutableSortedDictionary<string, string> Notes, ImmutableArray<NamedTensor> Tensors)
{
    internal const string NotesName = "__metadata__", Float32 = "F32";
    internal const int LengthSize = sizeof(ulong);

    private const int Alignment = 8;

    /// <summary>The same content is always written as the same bytes.</summary>
    public void Write(Stream stream)
    {
        var header = Header();
        Span<byte> length = stackalloc byte[LengthSize];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (var tensor in Tensors)
        {
            stream.Write(LittleEndian(tensor.Values));
        }
    }

    /// <summary>Floats as the bytes of a file; .NET runs on little-endian machines only where OpenBLAS and this project do.</summary>
    internal static Span<byte> LittleEndian(float[] values) => MemoryMarshal.AsBytes(values.AsSpan());

    private byte[] Header()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject(NotesName);
            foreach (var (name, note) in Notes)
            {
                json.WriteString(name, note);
            }

            json.WriteEndObject();
            var offset = 0L;
            foreach (var tensor in Tensors)
            {
                offset = WriteEntry(json, tensor, offset);
            }

            json.WriteEndObject();
        }

        // Spaces, so that the numbers begin at a multiple of eight bytes.
        while (buffer.Length % Alignment != 0)
        {
            buffer.WriteByte((byte)' ');
        }

        return buffer.ToArray();
    }

    private static long WriteEntry(Utf8JsonWriter json, NamedTensor tensor, long offset)
    {
        var end = offset + ((long)tensor.Values.Length * sizeof(float));
        json.WriteStartObject(tensor.Name);
        json.WriteString("dtype", Float32);
        json.WriteStartArray("shape");
        foreach (var dimension in tensor.Dimensions)
        {
            json.WriteNumberValue(dimension);
        }

        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(offset);
        json.WriteNumberValue(end);
        json.WriteEndArray();
        json.WriteEndObject();
        return end;
    }
}
