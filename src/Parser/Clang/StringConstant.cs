using System.Globalization;
using System.Text;

namespace HpcVerify.Parser.Clang;

/// <summary>String literals as libclang spells them: quoted, with escapes, one encoding prefix at most.</summary>
internal static class StringConstant
{
    private const int OctalDigits = 3;

    /// <summary>The characters between the quotes with their escapes resolved (C17 6.4.4.4).</summary>
    public static string Unquote(string spelling)
    {
        var start = spelling.IndexOf('"', StringComparison.Ordinal) + 1;
        var end = spelling.LastIndexOf('"');
        var text = new StringBuilder();
        for (var index = start; index < end; index++)
        {
            if (spelling[index] != '\\' || index + 1 >= end)
            {
                text.Append(spelling[index]);
                continue;
            }

            index++;
            text.Append(Escape(spelling, ref index, end));
        }

        return text.ToString();
    }

    private static char Escape(string spelling, ref int index, int end)
    {
        switch (spelling[index])
        {
            case 'n': return '\n';
            case 't': return '\t';
            case 'r': return '\r';
            case 'a': return '\a';
            case 'b': return '\b';
            case 'f': return '\f';
            case 'v': return '\v';
            case 'x':
                return Number(spelling, ref index, index + 1, end, 16);
            case >= '0' and <= '7':
                return Number(spelling, ref index, index, Math.Min(end, index + OctalDigits), 8);
            default:
                return spelling[index];
        }
    }

    private static char Number(string spelling, ref int index, int first, int end, int radix)
    {
        var value = 0;
        var next = first;
        for (; next < end && Digit(spelling[next]) < radix; next++)
        {
            value = ((value * radix) + Digit(spelling[next])) & char.MaxValue;
        }

        index = next - 1;
        return (char)value;
    }

    private static int Digit(char character) =>
        int.TryParse(character.ToString(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var digit) ? digit : int.MaxValue;
}
