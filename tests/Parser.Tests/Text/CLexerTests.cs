using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Tests.Text;

public sealed class CLexerTests
{
    [Theory]
    [InlineData("a+++b", "a ++ + b")]
    [InlineData("x<<=1>>y...->", "x <<= 1 >> y ... ->")]
    [InlineData("%: %:%: <: :> <% %>", "# ## [ ] { }")]
    [InlineData("1.e+5f 0x1p-3 .5 1..2 3+4", "1.e+5f 0x1p-3 .5 1..2 3 + 4")]
    [InlineData("u8\"a\\\"b\" L'\\'' \"\"", "u8\"a\\\"b\" L'\\'' \"\"")]
    [InlineData("in\\\nt x\\\r\n;", "int x ;")]
    [InlineData("a\\  \nb", "ab")]
    [InlineData("a/* \" ' // */b // c\nd", "a b d")]
    [InlineData("a /\\\n/ gone \\\n too\nb", "a b")]
    [InlineData("$a \\u00e9x é", "$a \\u00e9x Ã©")]
    [InlineData("??/ ` @ \\", "? ? / ` @ \\")]
    [InlineData("#include <a'b.h>\nx<y>z", "# include <a'b.h> x < y > z")]
    public void SplitsTextAsACompilerDoes(string code, string tokens) =>
        Assert.Equal(tokens, string.Join(' ', CLexer.Lex(SourceText.From("a.c", code)).Select(token => token.Text)));

    [Theory]
    [InlineData("/* open", CTokenKind.Comment)]
    [InlineData("\"open\nx", CTokenKind.String)]
    [InlineData("'open", CTokenKind.Character)]
    [InlineData("\"open\\", CTokenKind.String)]
    public void MarksWhatHasNoEnd(string code, CTokenKind kind)
    {
        var token = CLexer.Lex(SourceText.From("a.c", code))[0];
        Assert.Equal((kind, false), (token.Kind, token.IsTerminated));
    }

    [Theory]
    [InlineData("a\n/* x\n */ # b\nc", "a|#|c")]
    [InlineData("a \\\n # b", "a")]
    public void KnowsWhichTokensStartALogicalLine(string code, string first) =>
        Assert.Equal(first, string.Join('|', CLexer.Lex(SourceText.From("a.c", code)).Where(token => token.StartsLine).Select(token => token.Text)));

    [Fact]
    public void SpansPointIntoTheOriginalBytes()
    {
        var source = SourceText.From("a.c", "é ab\\\ncd;");
        Assert.Equal(["é", "ab\\\ncd", ";"], CLexer.Lex(source).Select(token => source.Quote(token.Span)));
    }

    [Fact]
    public void AnyBytesBecomeTokensInOrder()
    {
        var random = new Random(7);
        const string Alphabet = "a1 \"'\\\n/*#<>%:.u8RLe+-\r\0\u00ff";
        for (var round = 0; round < 500; round++)
        {
            var bytes = Enumerable.Range(0, 60).Select(_ => (byte)Alphabet[random.Next(Alphabet.Length)]).ToArray();
            var end = 0;
            foreach (var token in CLexer.Lex(SourceText.FromBytes("a.c", bytes)))
            {
                Assert.InRange(token.Span.Start, end, bytes.Length);
                Assert.True(token.Span.Length > 0);
                end = token.Span.End;
            }
        }
    }
}
