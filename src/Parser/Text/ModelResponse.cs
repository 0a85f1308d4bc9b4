using System.Collections.Immutable;

namespace HpcVerify.Parser.Text;

/// <summary>
/// A language model's raw answer: prose, Markdown fences, chat-template debris and, somewhere, a C file.
/// Nothing here knows more of C than what tells it from prose; which block is the right one is decided on syntax trees.
/// </summary>
public static class ModelResponse
{
    /// <summary>
    /// The blocks that may be the C file, the likelier the later: code that nothing sets apart, then a block that the
    /// response leaves open, tagged blocks, and closed blocks, each in written order. Without fences the whole text is the first.
    /// A plain C file that shows a fence in a comment has none. Takes linear time and accepts any text.
    /// </summary>
    public static ImmutableArray<ModelResponseBlock> CandidateBlocks(SourceText response)
    {
        var whole = new TextSpan(0, response.Length);
        var literals = ModelResponseLiterals.In(response.Code, whole);
        var (tags, tagged) = ModelResponseTags.In(response.Code, literals);
        var tokens = ModelResponseDebris.Merged([.. ModelResponseDebris.In(response.Code, literals), .. tags]);
        var quotes = ModelResponseQuotes.Prefixes(Visible(response, tokens), literals);
        var debris = ModelResponseDebris.Merged([.. tokens, .. quotes]);
        var visible = Visible(response, debris);
        var mask = ModelResponseRuns.Mask(visible, debris);
        var isFenced = ModelResponseFences.Lines(visible, whole).Any(fence => !ModelResponseLiterals.Cover(literals, fence.Start));
        var fences = isFenced ? ModelResponseFences.Blocks(visible, whole).ToList() : [];
        var fenced = Fenced(visible, fences).ToLookup(fence => !fence.IsClosed && !IsEnded(response.Code, fence.Content, debris));
        return
        [
            .. Unfenced(visible, mask, fences).Select(span => Block(span, false, true)),
            .. fenced[true].Select(fence => Block(fence.Content, true, IsWhole(fence))),
            .. Tagged(visible, mask, tagged).Select(span => Block(span, true, true)),
            .. fenced[false].Select(fence => Block(fence.Content, true, IsWhole(fence))),
        ];

        bool IsWhole(ModelResponseFence fence) => fence.IsClosed || ModelResponseBalance.IsBalanced(visible, fence.Content);

        ModelResponseBlock Block(TextSpan span, bool isSetApart, bool isComplete) =>
            new(response, span, Within(span, debris), isSetApart, isComplete);
    }

    private static string Visible(SourceText response, List<TextSpan> debris) =>
        new ModelResponseBlock(response, new(0, response.Length), [.. debris], false, true).Extract().Code;

    /// <summary>
    /// Where the prompt itself opened the fence, the answer starts with code and the first fence it has is a bare closing one.
    /// </summary>
    private static IEnumerable<TextSpan> Unfenced(string visible, string mask, List<ModelResponseFence> fences)
    {
        var first = TextSpan.FromBounds(0, fences.Count > 0 ? fences[0].Line.Start : visible.Length);
        var isBare = fences.Count > 0 && fences[0].Language.Length == 0 && !visible.AsSpan(0, first.Length).IsWhiteSpace();
        if (fences.Count == 0 || isBare)
        {
            yield return first;
        }

        var start = 0;
        foreach (var fence in fences.Append(new(new(visible.Length, 0), "", new(visible.Length, 0), true)))
        {
            foreach (var run in ModelResponseRuns.In(mask, TextSpan.FromBounds(start, fence.Line.Start)))
            {
                yield return run;
            }

            start = fence.Content.End;
        }
    }

    private static IEnumerable<TextSpan> Tagged(string visible, string mask, List<TextSpan> contents) =>
        from content in contents
        where !visible.AsSpan(content.Start, content.Length).IsWhiteSpace() && !ModelResponseFences.Lines(visible, content).Any()
        from span in ModelResponseRuns.In(mask, content).Prepend(content)
        select span;

    private static IEnumerable<ModelResponseFence> Fenced(string visible, List<ModelResponseFence> fences) =>
        from fence in fences
        from block in fence.IsMarkdown ? ModelResponseFences.Blocks(visible, fence.Content) : [fence]
        select block;

    /// <summary>Whether the model itself ended its turn in an open block, so that nothing cut it.</summary>
    private static bool IsEnded(string code, TextSpan content, List<TextSpan> debris) =>
        debris.Count > 0 && debris[^1].Start >= content.Start && code.AsSpan(debris[^1].End).IsWhiteSpace();

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
}
