namespace HpcVerify.Parser.Text;

/// <summary>The <c>&gt;</c> prefixes of quoted fenced blocks; a quotation without a fence is left as it is.</summary>
internal static class ModelResponseQuotes
{
    public static IEnumerable<TextSpan> Prefixes(string code, List<TextSpan> literals)
    {
        var depth = 0;
        for (var start = 0; start < code.Length;)
        {
            var end = ModelResponseFences.EndOfLine(code, start, code.Length);
            var first = ModelResponseFences.SkipIndent(code, start, end);
            var (after, found) = Strip(code, first, end, int.MaxValue);
            if (found == 0)
            {
                depth = 0;
            }
            else if (depth == 0 && ModelResponseFences.IsMarker(code, after, end) && !ModelResponseLiterals.Cover(literals, after))
            {
                depth = found;
            }

            if (depth > 0)
            {
                yield return TextSpan.FromBounds(first, Strip(code, first, end, depth).After);
            }

            start = end + 1;
        }
    }

    private static (int After, int Found) Strip(string code, int start, int end, int most)
    {
        var found = 0;
        var after = start;
        for (var index = start; index < end && found < most && code[index] is ('>' or ' '); index++)
        {
            if (code[index] == '>')
            {
                found++;
                after = index + 1;
            }
        }

        return (after, found);
    }
}
