using System.Text;

namespace HpcVerify.Parser.Text;

/// <summary>
/// Text with its line splices removed (C17 5.1.1.2, phase 2), and for each of its characters the place it came from.
/// </summary>
internal sealed class SplicedText
{
    private readonly int[]? _origins;

    private SplicedText(string text, int[]? origins)
    {
        Text = text;
        _origins = origins;
    }

    public string Text { get; }

    public static SplicedText From(string code)
    {
        var backslash = code.IndexOf('\\', StringComparison.Ordinal);
        while (backslash >= 0)
        {
            if (SpliceLength(code, backslash) > 0)
            {
                return Remove(code);
            }

            backslash = code.IndexOf('\\', backslash + 1);
        }

        return new(code, null);
    }

    /// <summary>Length of the splice at an offset, or 0. Like gcc and clang, allows blanks before the line end.</summary>
    public static int SpliceLength(string code, int offset)
    {
        if (code[offset] != '\\')
        {
            return 0;
        }

        var end = offset + 1;
        while (end < code.Length && code[end] is ' ' or '\t' or '\v' or '\f' or '\r')
        {
            end++;
        }

        return end < code.Length && code[end] == '\n' ? end + 1 - offset : 0;
    }

    /// <summary>The original bytes behind a range of this text, without splices around it.</summary>
    public TextSpan Origin(int start, int end)
    {
        if (_origins is null)
        {
            return TextSpan.FromBounds(start, end);
        }

        return end > start ? TextSpan.FromBounds(_origins[start], _origins[end - 1] + 1) : new(_origins[start], 0);
    }

    private static SplicedText Remove(string code)
    {
        var text = new StringBuilder(code.Length);
        var origins = new List<int>(code.Length + 1);
        for (var offset = 0; offset < code.Length;)
        {
            var splice = SpliceLength(code, offset);
            if (splice > 0)
            {
                offset += splice;
                continue;
            }

            origins.Add(offset);
            text.Append(code[offset++]);
        }

        origins.Add(code.Length);
        return new(text.ToString(), [.. origins]);
    }
}
