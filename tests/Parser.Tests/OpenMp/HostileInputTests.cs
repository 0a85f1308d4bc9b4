using System.Diagnostics;
using HpcVerify.Parser.OpenMp;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Tests.OpenMp;

/// <summary>Inputs on which a careless implementation takes quadratic or exponential time.</summary>
public sealed class HostileInputTests
{
    private const int SizeInBytes = 1 << 18;

    /// <summary>Linear passes take well under a second here; quadratic ones take minutes.</summary>
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("", "\\ ")]
    [InlineData("", "'\"")]
    [InlineData("", "_Pragma(")]
    [InlineData("#define P(x) _Pragma(#x)\n", "P(")]
    [InlineData("", "#if A\n")]
    [InlineData("", "#include <a\n")]
    [InlineData("void f() {\n#pragma omp parallel ", "private(")]
    [InlineData("void f() {\n#pragma omp parallel private(", "a[0:n],")]
    [InlineData("#define A B B\n#define B C C\n#define C A A\nvoid f() {\n", "#pragma omp for A\n")]
    public void TakesTimeInProportion(string start, string repeated)
    {
        var source = SourceText.From("a.c", start + string.Concat(Enumerable.Repeat(repeated, SizeInBytes / repeated.Length)));
        var watch = Stopwatch.StartNew();
        SourceLimits.Check(source);
        PreprocessorAudit.Inspect(source);
        PragmaRewriter.Rewrite(source);
        Assert.True(watch.Elapsed < Generous, $"took {watch.Elapsed}");
    }

    [Fact]
    public void DoublingMacrosAreCutOff()
    {
        var macros = string.Concat(Enumerable.Range(0, 60).Select(level => $"#define A{level} A{level + 1} A{level + 1}\n"));
        var source = SourceText.From("a.c", macros + "void f() {\n#pragma omp for A0\nx;}");
        Assert.Equal("macros in the directive expand too far", Assert.Single(PragmaRewriter.Rewrite(source).Sites).Problem);
    }
}
