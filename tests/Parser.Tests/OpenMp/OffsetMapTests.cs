using HpcVerify.Parser.OpenMp;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Tests.OpenMp;

public sealed class OffsetMapTests
{
    private static readonly string[] Lines =
    [
        "int x; /* two\n lines */", "#pragma omp parallel for num_threads(n + 1) private(i, j)", "for (;;) { y(); }",
        "#pragma omp simd reduction(+: s, a[0:n]) \\\n  safelen(8)", "_Pragma(\"omp for collapse(2)\")", "P(omp task if(x > 1))",
        "#pragma GCC ivdep", "#define L _Pragma(\"omp \\\n for\") for", "}", "void f() {", "#if 0", "#else", "#endif",
        "#pragma omp", "#pragma", "_Pragma(", "P(", "é = \"\\\n\";", "\r", "#pragma omp for private(", "Q(private(i))",
    ];

    [Fact]
    public void EveryCopiedByteMapsThereAndBack()
    {
        foreach (var source in RandomSources())
        {
            var rewritten = PragmaRewriter.Rewrite(source);
            for (var offset = 0; offset < rewritten.Code.Length; offset++)
            {
                var original = rewritten.OffsetMap.ToOriginal(offset);
                if (rewritten.OffsetMap.ToRewritten(original) == offset)
                {
                    Assert.Equal(source.Code[original], rewritten.Code[offset]);
                }
            }

            var copies = rewritten.OffsetMap.Pieces.Where(piece => piece.IsCopy);
            Assert.All(copies, piece => Assert.Equal(piece.Rewritten.Start, rewritten.OffsetMap.ToRewritten(piece.Original.Start)));
        }
    }

    [Fact]
    public void LinesStayWhereTheyWere()
    {
        foreach (var source in RandomSources())
        {
            var rewritten = source.WithCode(PragmaRewriter.Rewrite(source).Code);
            Assert.Equal(source.LineCount, rewritten.LineCount);
        }
    }

    [Fact]
    public void PiecesCoverTheRewrittenTextWithoutGaps()
    {
        foreach (var source in RandomSources())
        {
            var rewritten = PragmaRewriter.Rewrite(source);
            var end = 0;
            foreach (var piece in rewritten.OffsetMap.Pieces)
            {
                Assert.Equal(end, piece.Rewritten.Start);
                end = piece.Rewritten.End;
            }

            Assert.Equal(rewritten.Code.Length, end);
        }
    }

    [Theory]
    [InlineData("#pragma omp for collapse(n + 1)\nx;", "n + 1", "n + 1")]
    [InlineData("_Pragma(\"omp for collapse(n + 1)\") x;", "n + 1", "n + 1")]
    [InlineData("P(omp for collapse(n + 1)) x;", "n + 1", "n + 1")]
    [InlineData("Q(private(k)) x;", "k)", "k))")]
    [InlineData("#pragma omp barrier\nx;", "__hv_directive(0);", "#pragma omp barrier")]
    [InlineData("#pragma omp barrier\ntail;", "tail;", "tail;")]
    public void OperandsKeepTheirPlaces(string body, string rewritten, string original)
    {
        var source = SourceText.From("a.c", "void f() {\n" + body + "}\n#define P(x) _Pragma(#x)\n#define Q(c) P(omp for c)\n");
        var result = PragmaRewriter.Rewrite(source);
        var start = result.Code.IndexOf(rewritten, StringComparison.Ordinal);
        var span = result.OffsetMap.ToOriginal(new TextSpan(start, rewritten.Length));
        Assert.StartsWith(original[..1], source.Quote(span), StringComparison.Ordinal);
        Assert.Equal(source.Code.IndexOf(original, StringComparison.Ordinal), span.Start);
    }

    private static IEnumerable<SourceText> RandomSources()
    {
        var random = new Random(11);
        for (var round = 0; round < 300; round++)
        {
            var lines = Enumerable.Range(0, random.Next(12)).Select(_ => Lines[random.Next(Lines.Length)]);
            yield return SourceText.From(
                "a.c", "#define P(x) _Pragma(#x)\n#define Q(c) P(omp parallel c)\n" + string.Join(round % 3 == 0 ? "\r\n" : "\n", lines));
        }
    }
}
