using System.Collections.Immutable;

namespace HpcVerify.Parser.Text;

/// <summary>
/// A language model's raw answer: prose, Markdown fences, chat-template debris and, somewhere, a C file.
/// Nothing here knows C beyond its comments and literals; which block is the right one is decided on syntax trees.
/// </summary>
public static class ModelResponse
{
    /// <summary>
    /// The blocks that may be the C file, in written order. Without fences the whole text is the only one. A plain C file
    /// that shows a fence in a comment has none. Takes linear time and accepts any text.
    /// </summary>
    public static ImmutableArray<ModelResponseBlock> CandidateBlocks(SourceText response)
    {
        var whole = new TextSpan(0, response.Length);
        var literals = ModelResponseLiterals.In(response.Code, whole);
        var debris = ModelResponseDebris.In(response.Code, literals);
        var visible = new ModelResponseBlock(response, whole, [.. debris], false, true).Extract().Code;
        var fences = ModelResponseFences.Lines(visible, whole).ToList();
        if (fences.TrueForAll(fence => IsInside(fence, literals)))
        {
            return [new(response, whole, [.. debris], IsFenced: false, IsComplete: true)];
        }

        return [.. BeforeAnyFence(response, visible, debris), .. Fenced(response, visible, debris)];
    }

    /// <summary>
    /// Where the prompt itself opened the fence, the answer starts with code and the first fence it has is a bare closing one.
    /// </summary>
    private static IEnumerable<ModelResponseBlock> BeforeAnyFence(SourceText response, string visible, List<TextSpan> debris)
    {
        var first = ModelResponseFences.Blocks(visible, new(0, visible.Length)).First();
        var span = TextSpan.FromBounds(0, first.Line.Start);
        if (first.Language.Length == 0 && !visible.AsSpan(0, span.Length).IsWhiteSpace())
        {
            yield return new(response, span, Within(span, debris), IsFenced: false, IsComplete: true);
        }
    }

    private static IEnumerable<ModelResponseBlock> Fenced(SourceText response, string visible, List<TextSpan> debris) =>
        from fence in ModelResponseFences.Blocks(visible, new(0, visible.Length))
        from block in IsMarkdown(fence) ? ModelResponseFences.Blocks(visible, fence.Content) : [fence]
        let isComplete = block.IsClosed || IsBalanced(visible, block.Content)
        select new ModelResponseBlock(response, block.Content, Within(block.Content, debris), IsFenced: true, isComplete);

    private static bool IsMarkdown(ModelResponseFence fence) =>
        fence.Language.Equals("markdown", StringComparison.OrdinalIgnoreCase)
        || fence.Language.Equals("md", StringComparison.OrdinalIgnoreCase);

    private static ImmutableArray<TextSpan> Within(TextSpan span, List<TextSpan> debris)
    {
        var first = debris.BinarySearch(new(span.Start, 0));
        return
        [
            .. debris
                .Skip(Math.Max(0, (first < 0 ? ~first : first) - 1))
                .TakeWhile(token => token.Start < span.End)
                .Select(token => TextSpan.FromBounds(Math.Max(token.Start, span.Start), Math.Min(token.End, span.End)))
                .Where(token => token.Length > 0),
        ];
    }

    private static bool IsInside(TextSpan line, List<TextSpan> literals)
    {
        var found = literals.BinarySearch(new(line.Start, int.MaxValue));
        var before = found < 0 ? ~found - 1 : found;
        return before >= 0 && literals[before].Contains(line.Start);
    }

    /// <summary>Whether code that just stops may be whole: it has a body, and every bracket it opened is closed again.</summary>
    private static bool IsBalanced(string code, TextSpan range)
    {
        var open = new Stack<char>();
        var hasBody = false;
        var position = range.Start;
        foreach (var literal in ModelResponseLiterals.In(code, range).Append(new(range.End, 0)))
        {
            foreach (var character in code.AsSpan(position, literal.Start - position))
            {
                if (character is '(' or '[' or '{')
                {
                    open.Push(character);
                }
                else if (character is ')' or ']' or '}' && (!open.TryPop(out var opening) || !IsPair(opening, character)))
                {
                    return false;
                }

                hasBody |= character == '}';
            }

            position = literal.End;
        }

        return hasBody && open.Count == 0 && !EndsInComment(code, range);
    }

    private static bool IsPair(char opening, char closing) => (opening, closing) is ('(', ')') or ('[', ']') or ('{', '}');

    /// <summary>An unclosed comment counts as ordinary characters elsewhere; at the end of a response it is a cut.</summary>
    private static bool EndsInComment(string code, TextSpan range)
    {
        var literals = ModelResponseLiterals.In(code, range);
        var opening = code.LastIndexOf("/*", Math.Max(range.Start, range.End - 1), range.Length, StringComparison.Ordinal);
        return opening >= range.Start && !IsInside(new(opening, 0), literals);
    }
}
