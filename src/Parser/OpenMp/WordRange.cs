using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.OpenMp;

/// <summary>A stretch of a directive's words.</summary>
internal readonly record struct WordRange(IReadOnlyList<PragmaWord> Words, int Start, int End)
{
    public bool IsEmpty => Start >= End;

    public int Count => Math.Max(0, End - Start);

    public PragmaWord this[int index] => Words[Start + index];

    /// <summary>Whether a macro use reaches across an end of the stretch.</summary>
    public bool SharesMacroUse => IsOneUse(Start - 1) || IsOneUse(End - 1);

    /// <summary>The first doubt about the words before an index of the whole directive; null when there is none.</summary>
    public string? FirstDoubt(int end)
    {
        for (var index = Start; index < Math.Min(end, Words.Count); index++)
        {
            if (Words[index].Doubt is { } doubt)
            {
                return doubt;
            }
        }

        return null;
    }

    /// <summary>The words as one line.</summary>
    public override string ToString() => string.Join(' ', Words.Skip(Start).Take(Count).Select(word => word.Text));

    /// <summary>The stretches between commas outside brackets; one empty stretch for no words.</summary>
    public IEnumerable<WordRange> SplitAtCommas()
    {
        var (start, depth) = (Start, 0);
        for (var index = Start; index < End; index++)
        {
            depth += Nesting(Words[index]);
            if (depth == 0 && Words[index].Is(","))
            {
                yield return this with { Start = start, End = index };
                start = index + 1;
            }
        }

        yield return this with { Start = start };
    }

    /// <summary>The stretches before and after the first colon outside brackets and conditional expressions.</summary>
    public (WordRange Before, WordRange After)? SplitAtColon()
    {
        var depth = 0;
        for (var index = Start; index < End; index++)
        {
            depth += Nesting(Words[index]);
            if (depth == 0 && Words[index].Is("?"))
            {
                return null;
            }

            if (depth == 0 && Words[index].Is(":"))
            {
                return (this with { End = index }, this with { Start = index + 1 });
            }
        }

        return null;
    }

    /// <summary>The index of the bracket that closes the one at an index, or -1.</summary>
    public int Closing(int open)
    {
        var depth = 0;
        for (var index = open; index < End; index++)
        {
            depth += Nesting(Words[index]);
            if (depth == 0)
            {
                return index;
            }
        }

        return -1;
    }

    private bool IsOneUse(int index) =>
        index >= 0 && index + 1 < Words.Count && Words[index].Use > 0 && Words[index].Use == Words[index + 1].Use;

    private static int Nesting(PragmaWord word) => word.Kind == CTokenKind.Punctuator ? CTokens.Nesting(word.Text) : 0;
}
