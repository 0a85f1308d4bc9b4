using System.Collections.Immutable;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.OpenMp;

/// <summary>
/// The stretches of a file that need not reach the compiler: groups under <c>#if</c>, and the bodies of macros, which
/// may be used any number of times or never.
/// </summary>
internal sealed class ConditionalText
{
    private readonly ImmutableArray<TextSpan> _spans;

    private ConditionalText(ImmutableArray<TextSpan> spans) => _spans = spans;

    public static ConditionalText Of(ImmutableArray<CToken> tokens)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        var (depth, groupStart) = (0, 0);
        for (var index = 0; index + 1 < tokens.Length; index++)
        {
            if (!tokens[index].StartsLine || tokens[index].Text != "#")
            {
                continue;
            }

            switch (tokens[index + 1].Text)
            {
                case "if" or "ifdef" or "ifndef":
                    groupStart = depth++ == 0 ? tokens[index].Span.Start : groupStart;
                    break;
                case "endif" when depth > 0 && --depth == 0:
                    spans.Add(TextSpan.FromBounds(groupStart, tokens[index].Span.End));
                    break;
                case "define":
                    spans.Add(TextSpan.FromBounds(tokens[index].Span.Start, LineEnd(tokens, index)));
                    break;
            }
        }

        if (depth > 0)
        {
            spans.Add(TextSpan.FromBounds(groupStart, int.MaxValue));
        }

        return new(spans.ToImmutable());
    }

    public bool Contains(int offset) => _spans.Any(span => span.Contains(offset));

    private static int LineEnd(ImmutableArray<CToken> tokens, int start)
    {
        var next = start + 1;
        while (next < tokens.Length && !tokens[next].StartsLine)
        {
            next++;
        }

        return tokens[next - 1].Span.End;
    }
}
