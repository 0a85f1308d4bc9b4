using System.Buffers;
using System.Text;
using System.Text.Unicode;
using HpcVerify.Parser.Diagnostics;

namespace HpcVerify.Parser.Text;

/// <summary>The first stage: raw bytes become text, or a finding that says why they are none.</summary>
public static class SourceReader
{
    private static readonly SearchValues<byte> Blanks = SearchValues.Create(" \t\r\n\v\f"u8);

    public static Checked<SourceText?> Read(string path, ReadOnlySpan<byte> bytes)
    {
        var unreadable = Unreadable(bytes);
        if (unreadable is not null)
        {
            return new(null, [unreadable]);
        }

        return new(SourceText.FromBytes(path, bytes), []);
    }

    /// <summary>The same for text that is C already: it must be within the limits on nesting too.</summary>
    public static Checked<SourceText?> ReadCode(string path, ReadOnlySpan<byte> bytes)
    {
        var (source, unreadable) = Read(path, bytes);
        var excesses = source is null ? unreadable : SourceLimits.Check(source);
        return new(excesses.IsEmpty ? source : null, excesses);
    }

    private static Diagnostic? Unreadable(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > SourceLimits.LargestFileInBytes)
        {
            return SourceRules.TooLarge.At(default, bytes.Length, SourceLimits.LargestFileInBytes);
        }

        if (bytes.IndexOfAnyExcept(Blanks) < 0)
        {
            return SourceRules.Empty.At(default);
        }

        if (bytes.IndexOf((byte)0) is var zero and >= 0)
        {
            return SourceRules.Binary.At(new(zero, 1), zero);
        }

        if (!Utf8.IsValid(bytes))
        {
            var invalid = FirstInvalid(bytes);
            return SourceRules.InvalidUtf8.At(new(invalid, 1), invalid);
        }

        return LoneCarriageReturn(bytes) is var lone and >= 0 ? SourceRules.StrayCarriageReturn.At(new(lone, 1)) : null;
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var offset = 0;
        while (Rune.DecodeFromUtf8(bytes[offset..], out _, out var length) == OperationStatus.Done)
        {
            offset += length;
        }

        return offset;
    }

    private static int LoneCarriageReturn(ReadOnlySpan<byte> bytes)
    {
        for (var offset = 0; offset < bytes.Length; offset++)
        {
            var next = bytes[offset..].IndexOf((byte)'\r');
            if (next < 0)
            {
                return -1;
            }

            offset += next;
            if (offset + 1 == bytes.Length || bytes[offset + 1] != '\n')
            {
                return offset;
            }
        }

        return -1;
    }
}
