using System.Collections.Immutable;

namespace HpcVerify.Parser.Text;

/// <summary>
/// One stretch of a model's response that may be the C file asked for. <paramref name="Debris"/> are the spans of
/// chat-template tokens inside it; <paramref name="IsComplete"/> is false where the response stops inside the block.
/// </summary>
public sealed record ModelResponseBlock(SourceText Response, TextSpan Span, ImmutableArray<TextSpan> Debris, bool IsFenced, bool IsComplete)
{
    /// <summary>The written text of the block, debris included.</summary>
    public ReadOnlySpan<char> Written => Response.Code.AsSpan(Span.Start, Span.Length);

    /// <summary>
    /// The block as a C file in which all else is blank: offsets and lines stay those of the response, so that a
    /// finding points at what the model wrote.
    /// </summary>
    public SourceText Extract()
    {
        var isWhole = Span.Start == 0 && Span.End == Response.Length && Debris.IsEmpty;
        return isWhole ? Response : Response.WithCode(string.Create(Response.Length, this, static (code, block) => block.Fill(code)));
    }

    private void Fill(Span<char> code)
    {
        Response.Code.CopyTo(code);
        Blank(code[..Span.Start]);
        Blank(code[Span.End..]);
        foreach (var span in Debris)
        {
            Blank(code.Slice(span.Start, span.Length));
        }
    }

    private static void Blank(Span<char> code)
    {
        foreach (ref var character in code)
        {
            character = character is '\n' or '\r' ? character : ' ';
        }
    }
}
