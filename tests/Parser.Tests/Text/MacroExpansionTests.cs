using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Tests.Text;

public sealed class MacroExpansionTests
{
    /// <summary>The first four are from C17 6.10.3.5, with the results printed there.</summary>
    [Theory]
    [InlineData("#define x 3\n#define f(a) f(x * (a))\nf(f(z))", "f(3*(f(3*(z))))")]
    [InlineData("#define g f\n#define f(a) f(2 * (a))\n#define t(a) a\nt(t(g)(0) + t)(1);", "f(2*(0))+t(1);")]
    [InlineData("#define hash_hash # ## #\n#define in_between(a) mkstr(a)\nin_between(x)", "mkstr(x)")]
    [InlineData("#define t(x,y,z) x ## y ## z\nint j[] = { t(1,2,3), t(,4,5) };", "intj[]={123,45};")]
    [InlineData("#define F(first, ...) first; g(__VA_ARGS__)\nF(1, 2, 3)", "1;g(2,3)")]
    [InlineData("#define F(rest...) g(rest)\nF(1, 2)", "g(1,2)")]
    [InlineData("#define A B\n#define B A\nA", "A")]
    [InlineData("#define f(x) x\nf + f(1)", "f+1")]
    [InlineData("#ifdef X\n#define A 1\n#else\n#define A 2\n#endif\nA", "12")]
    [InlineData("#define f(x) (x)\nf(1", "(1)")]
    public void MacrosExpandAsTheStandardSays(string code, string expected)
    {
        var (text, beyond) = MacroExpansion.Expand(CLexer.Lex(code), 10_000);

        Assert.Null(beyond);
        Assert.Equal(expected, string.Concat(text.Select(token => token.Text)));
    }

    [Fact]
    public void TheUseThatGoesTooFarIsNamed()
    {
        const string Code = "#define T(x) x x\nint a;\nT(T(T(T(T(T(T(T(1))))))))";

        var (_, beyond) = MacroExpansion.Expand(CLexer.Lex(Code), 100);

        Assert.Equal(Code.LastIndexOf("T(1", StringComparison.Ordinal) - 14, beyond?.Start);
    }

    [Fact]
    public void DirectivesInterruptNoChain()
    {
        var defines = string.Concat(Enumerable.Range(0, 4_000).Select(number => $"#define N{number} (1 + 2)\n"));

        Assert.Empty(SourceLimits.Check(SourceText.From("kernel.c", defines + "int x = N1;")));
    }
}
