using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace HpcVerify.Server.Formats;

/// <summary>
/// JSON with what is no Unicode text in it: bytes that are no UTF-8, and escapes of half a surrogate pair, which Python's json writes. A model
/// may say such a thing in one sample of a batch, and the others must not be without an answer for that.
/// </summary>
internal static class UnicodeText
{
    private const int EscapeLength = 6;

    private static ReadOnlySpan<byte> Replacement => "\\ufffd"u8;

    /// <summary>The same with U+FFFD for each such place; the bytes themselves are changed where that is enough.</summary>
    public static ReadOnlySpan<byte> Mended(Span<byte> json)
    {
        var text = Utf8.IsValid(json) ? json : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json));
        for (var rest = text; rest.IndexOf((byte)'\\') is >= 0 and var start;)
        {
            rest = rest[start..];
            var (unit, next) = (Unit(rest), rest.Length >= EscapeLength ? Unit(rest[EscapeLength..]) : null);
            var isPair = unit is { } high && next is { } low && char.IsSurrogatePair(high, low);
            if (unit is { } half && !isPair && char.IsSurrogate(half))
            {
                Replacement.CopyTo(rest);
            }

            rest = rest[Math.Min(rest.Length, isPair ? 2 * EscapeLength : unit is null ? 2 : EscapeLength)..];
        }

        return text;
    }

    /// <summary>The UTF-16 unit that an escape at the beginning stands for; null where there is none.</summary>
    private static char? Unit(ReadOnlySpan<byte> text) =>
        text.Length >= EscapeLength && text[0] == '\\' && text[1] == 'u' && ushort.TryParse(text[2..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) ? (char)unit : null;
}
