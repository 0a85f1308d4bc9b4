using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace HpcVerify.Parser.Text;

/// <summary>Questions about runs of tokens that several passes ask.</summary>
internal static class CTokens
{
    /// <summary>The keywords of gnu17, and the alternative spellings both compilers know.</summary>
    public static readonly FrozenSet<string> Keywords =
        ("auto break case char const continue default do double else enum extern float for goto if inline int long register "
        + "restrict return short signed sizeof static struct switch typedef union unsigned void volatile while _Alignas "
        + "_Alignof _Atomic _Bool _Complex _Generic _Imaginary _Noreturn _Static_assert _Thread_local _Float16 _Float32 "
        + "_Float64 _Float128 asm typeof").Split(' ').ToFrozenSet();

    /// <summary>The index of the first token of the next logical line.</summary>
    public static int NextLine(ImmutableArray<CToken> tokens, int index)
    {
        do
        {
            index++;
        }
        while (index < tokens.Length && !tokens[index].StartsLine);

        return index;
    }

    /// <summary>The index of the bracket that closes the one at <paramref name="open"/>, or -1 before <paramref name="end"/>.</summary>
    public static int Closing(ImmutableArray<CToken> tokens, int open, int end)
    {
        var depth = 0;
        for (var index = open; index < end; index++)
        {
            if (tokens[index].Kind != CTokenKind.Punctuator)
            {
                continue;
            }

            depth += Nesting(tokens[index].Text);
            if (depth == 0)
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>
    /// For each opening bracket the index of the one that closes it, or -1. A directive inside brackets is not in them.
    /// </summary>
    public static int[] Closings(ImmutableArray<CToken> tokens)
    {
        var closings = new int[tokens.Length];
        var (text, directive) = (new Stack<int>(), new Stack<int>());
        var open = text;
        for (var index = 0; index < tokens.Length; index++)
        {
            if (tokens[index].StartsLine)
            {
                directive.Clear();
                open = tokens[index].StartsDirective ? directive : text;
            }

            closings[index] = -1;
            var nesting = tokens[index].Kind == CTokenKind.Punctuator ? Nesting(tokens[index].Text) : 0;
            if (nesting > 0)
            {
                open.Push(index);
            }
            else if (nesting < 0 && open.TryPop(out var opening))
            {
                closings[opening] = index;
            }
        }

        return closings;
    }

    /// <summary>1 for an opening bracket, -1 for a closing one.</summary>
    public static int Nesting(string punctuator) => punctuator switch
    {
        "(" or "[" or "{" => 1,
        ")" or "]" or "}" => -1,
        _ => 0,
    };

    /// <summary>The tokens as one line, with a space wherever they had one.</summary>
    public static string Spell(ImmutableArray<CToken> tokens, int start, int end)
    {
        var text = new StringBuilder();
        for (var index = start; index < end; index++)
        {
            text.Append(index > start && tokens[index].HasSpaceBefore ? " " : "").Append(tokens[index].Text);
        }

        return text.ToString();
    }
}
