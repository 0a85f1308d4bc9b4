using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text.Json;

namespace HpcVerify.Trainer.Model.Checkpoints;

/// <summary>Reads safetensors that others may have written or cut off: everything the header claims is checked before it is believed.</summary>
public static class SafeTensorsReader
{
    private const long LongestHeaderInBytes = 100_000_000;

    private static readonly JsonDocumentOptions Json = new() { AllowDuplicateProperties = false };

    /// <summary>What a stream holds from here on; else what is wrong with it, for a sentence that names the file.</summary>
    public static (SafeTensors? Content, string? Problem) Read(Stream stream)
    {
        if (!stream.CanSeek)
        {
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            copy.Position = 0;
            return Read(copy);
        }

        var rest = stream.Length - stream.Position;
        Span<byte> prefix = stackalloc byte[SafeTensors.LengthSize];
        if (stream.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false) < prefix.Length)
        {
            return (null, $"{rest} bytes are no safetensors file, which begins with the {prefix.Length} bytes of its header's length");
        }

        rest -= prefix.Length;
        var length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > (ulong)Math.Min(rest, LongestHeaderInBytes))
        {
            return (null, $"a header of {length} bytes does not fit into the {rest} that follow");
        }

        var header = new byte[length];
        stream.ReadExactly(header);
        try
        {
            using var document = JsonDocument.Parse(header, Json);
            return Read(document.RootElement, stream, rest - (long)length);
        }
        catch (JsonException exception)
        {
            return (null, $"its header is not JSON: at byte {exception.BytePositionInLine} of line {exception.LineNumber + 1}");
        }
    }

    private static (SafeTensors? Content, string? Problem) Read(JsonElement header, Stream stream, long size)
    {
        if (header.ValueKind != JsonValueKind.Object)
        {
            return (null, "its header is no JSON object");
        }

        var (notes, entries) = (ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal), new List<Entry>());
        foreach (var property in header.EnumerateObject())
        {
            if (property.Name == SafeTensors.NotesName)
            {
                if (property.Value.ValueKind != JsonValueKind.Object || property.Value.EnumerateObject().Any(note => note.Value.ValueKind != JsonValueKind.String))
                {
                    return (null, $"its '{SafeTensors.NotesName}' is no object of strings");
                }

                notes.AddRange(property.Value.EnumerateObject().Select(note => KeyValuePair.Create(note.Name, note.Value.GetString()!)));
            }
            else if (Entry.Of(property) is { } entry)
            {
                entries.Add(entry);
            }
            else
            {
                return (null, $"its tensor '{property.Name}' is not described by a 'dtype' of F32, a 'shape', and 'data_offsets' that are as far apart as the shape is large");
            }
        }

        return ReadNumbers(notes.ToImmutable(), [.. entries.OrderBy(entry => entry.Begin).ThenBy(entry => entry.End)], stream, size);
    }

    private static (SafeTensors? Content, string? Problem) ReadNumbers(ImmutableSortedDictionary<string, string> notes, ImmutableArray<Entry> entries, Stream stream, long size)
    {
        var end = 0L;
        foreach (var entry in entries)
        {
            if (entry.Begin != end || entry.End > size)
            {
                return (null, entry.End > size ? $"its tensor '{entry.Name}' ends at byte {entry.End} of {size}: the file has been cut off" : $"its tensor '{entry.Name}' begins at byte {entry.Begin}, the one before it ends at {end}");
            }

            end = entry.End;
        }

        var tensors = ImmutableArray.CreateBuilder<NamedTensor>(entries.Length);
        foreach (var entry in entries)
        {
            var values = new float[(entry.End - entry.Begin) / sizeof(float)];
            stream.ReadExactly(SafeTensors.LittleEndian(values));
            tensors.Add(new(entry.Name, entry.Dimensions, values));
        }

        return (new(notes, tensors.MoveToImmutable()), null);
    }

    private sealed record Entry(string Name, ImmutableArray<int> Dimensions, long Begin, long End)
    {
        public static Entry? Of(JsonProperty property)
        {
            if (property.Value.ValueKind != JsonValueKind.Object
                || !property.Value.TryGetProperty("dtype", out var format) || format.ValueKind != JsonValueKind.String || format.GetString() != SafeTensors.Float32
                || Numbers(property.Value, "shape") is not { } shape || Numbers(property.Value, "data_offsets") is not [var begin, var end])
            {
                return null;
            }

            var count = 1L;
            foreach (var dimension in shape)
            {
                count = dimension > int.MaxValue || count * dimension > Array.MaxLength ? -1 : count * dimension;
                if (count < 0)
                {
                    return null;
                }
            }

            return end - begin == count * sizeof(float) ? new(property.Name, [.. shape.Select(dimension => (int)dimension)], begin, end) : null;
        }

        /// <summary>A list of numbers that are not negative.</summary>
        private static long[]? Numbers(JsonElement entry, string name)
        {
            if (!entry.TryGetProperty(name, out var list) || list.ValueKind != JsonValueKind.Array)
            {
                return null;
            }

            var numbers = new List<long>();
            foreach (var item in list.EnumerateArray())
            {
                if (item.ValueKind != JsonValueKind.Number || !item.TryGetInt64(out var number) || number < 0)
                {
                    return null;
                }

                numbers.Add(number);
            }

            return [.. numbers];
        }
    }
}
