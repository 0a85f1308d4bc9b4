using HpcVerify.Parser.OpenMp;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Tests.OpenMp;

public sealed class PragmaRewriterTests
{
    [Theory]
    [InlineData("#pragma omp parallel for\nfor(;;);", "switch (__hv_directive(0))\nfor(;;);")]
    [InlineData("#pragma omp barrier\nx;", "__hv_directive(0);\nx;")]
    [InlineData("%: pragma omp for schedule(static, c) // why\nx;", "switch (__hv_directive(0, c)) // why\nx;")]
    [InlineData("#pragma omp for \\\n  collapse(\\\n2)\nx;", "switch (__hv_directive(0, 2))\n\n\nx;")]
    [InlineData("#pragma omp for if(a ? b : c) num_threads(n + 1)\nx;", "switch (__hv_directive(0, (a ? b : c), (n + 1)))\nx;")]
    [InlineData("#pragma omp for ordered\nx;", "switch (__hv_directive(0))\nx;")]
    [InlineData("#pragma omp ordered depend(sink: i - 1, j)\nx;", "__hv_directive(0, (i - 1), j);\nx;")]
    [InlineData("#pragma omp ordered\nx;", "switch (__hv_directive(0))\nx;")]
    [InlineData("#pragma omp cancellation point for\nx;", "__hv_directive(0);\nx;")]
    [InlineData("#pragma omp flush(a, b)\nx;", "__hv_directive(0, a, b);\nx;")]
    [InlineData("#pragma omp task depend(in: a[i], b[2:n])\nx;", "switch (__hv_directive(0, a, i, 1, b, 2, n))\nx;")]
    [InlineData("#pragma omp simd reduction(+: a[:n], s)\nx;", "switch (__hv_directive(0, a, 0, n, s))\nx;")]
    [InlineData("#pragma GCC ivdep\nx;", "switch (__hv_pragma(0))\nx;")]
    [InlineData("#pragma unroll(4)\nx;", "switch (__hv_pragma(0))\nx;")]
    [InlineData("#pragma GCC diagnostic push\nx;", "__hv_pragma(0);\nx;")]
    [InlineData("if (a)\n#pragma GCC diagnostic push\nx;", "if (a)\nswitch (__hv_pragma(0))\nx;")]
    [InlineData("#pragma omp for\n#pragma whatever\nx;", "switch (__hv_directive(0))\nswitch (__hv_pragma(1))\nx;")]
    [InlineData("#if 0\n#pragma omp for\n#endif\nx;", "#if 0\nswitch (__hv_directive(0))\n#endif\nx;")]
    [InlineData("_Pragma(\"omp for\") x;", "switch (__hv_directive(0)) x;")]
    [InlineData("_Pragma(\"omp for if(a[\\\"x\\\\n\\\"[0]])\") x;", "switch (__hv_directive(0, (a [ \"x\\n\" [ 0 ] ]))) x;")]
    [InlineData("_Pragma(L\"omp \\\nfor\" \" nowait\") x;", "switch (__hv_directive(0))\n x;")]
    [InlineData("_Pragma(x) y;", "switch (__hv_pragma_text(x)) y;")]
    [InlineData("#pragma push_macro(\"N\")\nx;", "#pragma push_macro(\"N\")\nx;")]
    public void ReplacesAPragmaInsideAFunction(string body, string rewritten) =>
        Assert.Equal("void f() {\n" + rewritten + "\n}", Rewrite("void f() {\n" + body + "\n}").Code);

    [Theory]
    [InlineData("#define P(x) _Pragma(#x)", "P(omp parallel for num_threads(4)) x;", "switch (__hv_directive(1, 4)) x;")]
    [InlineData("#define P(...) _Pragma(#__VA_ARGS__)", "P(omp for private(a, b), nowait) x;", "switch (__hv_directive(1, a, b)) x;")]
    [InlineData("#define S(x) #x\n#define P(x) _Pragma(S(x))", "P(GCC ivdep) x;", "switch (__hv_pragma(1)) x;")]
    [InlineData("#define S(x) #x\n#define T(x) S(x)\n#define P(x) _Pragma(T(x))", "P(omp barrier)", "__hv_directive(1);")]
    [InlineData("#define S(x) #x\n#define W omp for\n#define P(x) _Pragma(S(x))", "P(W) x;", "switch (__hv_pragma_text(\"\")) x;")]
    [InlineData("#define P(x) _Pragma(#x)\n#define Q(c) P(omp for c)", "Q(private(a)) x;", "switch (__hv_directive(2, a)) x;")]
    [InlineData("#define W omp for\n#define P(x) _Pragma(#x)\n#define Q(c) P(c)", "Q(W) x;", "switch (__hv_pragma_text(\"\")) x;")]
    [InlineData("#define P(x) _Pragma(#x)\n#define Q P", "Q(omp for) x;", "Q(omp for) x;")]
    [InlineData("#define L _Pragma(\"omp for\") for", "L (;;);", "L (;;);")]
    [InlineData("#define C private(a) nowait", "\n#pragma omp for C\nx;", "\nswitch (__hv_directive(0, (a)))\nx;")]
    [InlineData("#define N 4", "\n#pragma omp for collapse(N)\nx;", "\nswitch (__hv_directive(0, (N)))\nx;")]
    [InlineData("#define A static, 4", "\n#pragma omp for schedule(A)\nx;", "\nswitch (__hv_directive(0, (4)))\nx;")]
    public void ReadsPragmasThroughMacros(string macros, string body, string rewritten)
    {
        var code = Rewrite(macros + "\nvoid f() {" + body + "}").Code;
        Assert.Equal("void f() {" + rewritten + "}", code[code.IndexOf("void f()", StringComparison.Ordinal)..]);
    }

    [Theory]
    [InlineData("#define L _Pragma(\"omp for\") for", "#define L switch (__hv_directive(0)) for")]
    [InlineData("#define L(n) _Pragma(\"omp for\") \\\n for(;;)", "#define L(n) switch (__hv_directive(0)) \\\n for(;;)")]
    [InlineData("#define L _Pragma(\"omp \\\n for\") for", "#define L switch (__hv_directive(0))\\\n for")]
    [InlineData("#define P(x) _Pragma(#x)", "#define P(x) switch (__hv_pragma_text(#x))")]
    [InlineData("#define P(x) _Pragma(#x)\n#define Q(x) P(x)", "#define P(x) switch (__hv_pragma_text(#x))\n#define Q(x) switch (__hv_pragma_text(\"\"))")]
    [InlineData("#define P _Pragma", "#define P switch (__hv_pragma_text(\"\"))")]
    [InlineData("#define Q _Pragma(\"GCC diagnostic push\")", "#define Q switch (__hv_pragma(0))")]
    [InlineData("#define Q x; _Pragma(\"GCC diagnostic push\")", "#define Q x; __hv_pragma(0);")]
    public void ReplacesAPragmaInsideAMacro(string macro, string rewritten) =>
        Assert.Equal(rewritten + "\n", Rewrite(macro + "\n").Code);

    [Theory]
    [InlineData("#pragma omp foo", "'foo' is not a known directive")]
    [InlineData("#pragma omp for foo(1)", "'foo' is not a known clause")]
    [InlineData("#pragma omp for collapse(2", "clause 'collapse' has no closing parenthesis")]
    [InlineData("#pragma omp for schedule(fair)", "clause 'schedule' has the unknown kind 'fair'")]
    [InlineData("#pragma omp for reduction(a)", "clause 'reduction' has no operator")]
    [InlineData("#pragma omp for private()", "clause 'private' has an empty item")]
    [InlineData("#pragma omp for map(to: a[0:n][0:m])", "clause 'map' has the item 'a [ 0 : n ] [ 0 : m ]', which is not a variable or an array section of one dimension")]
    [InlineData("#pragma omp for private(i) private(*p)", "clause 'private' has the item '* p', which is not a variable")]
    [InlineData("#pragma omp declare reduction(x)", "'declare reduction' is a declaration inside a function")]
    [InlineData("#pragma omp for R(x)", "macro 'R' takes arguments")]
    [InlineData("#pragma omp for TWICE", "macro 'TWICE' is defined more than once")]
    [InlineData("#pragma omp for private(TWICE)", "clause 'private' cannot be read: macro 'TWICE' is defined more than once")]
    [InlineData("#pragma omp for MAYBE", "macro 'MAYBE' is defined conditionally")]
    [InlineData("#pragma omp for num_threads(OPEN)", "macro 'OPEN' has unbalanced brackets")]
    [InlineData("#pragma omp WORD", "'WORD' is not a known directive")]
    public void KeepsWhatItCannotReadAsAProblem(string pragma, string problem)
    {
        const string Macros = "#define R(x) x\n#define TWICE i\n#define TWICE j\n#define OPEN 4), firstprivate(i\n"
            + "#define WORD for\n#ifdef R\n#define MAYBE nowait\n#endif\n";
        var site = Assert.Single(Rewrite(Macros + "void f() {\n" + pragma + "\nx;}").Sites);
        Assert.Equal((problem, true), (site.Problem, site.Clauses.IsEmpty));
    }

    [Theory]
    [InlineData("#define L(n) _Pragma(\"omp for collapse(n)\")", "'n' in the text of '_Pragma' is also a parameter of macro 'L'")]
    [InlineData("#define P(x) _Pragma(#x)\n#define L(op) P(omp for reduction(op: s)) x", "clause 'reduction' cannot be read: 'op' is a parameter of macro 'L'")]
    public void DoesNotTrustMacroParametersForWords(string macro, string problem) =>
        Assert.Equal(problem, Rewrite(macro + "\n").Sites[^1].Problem);

    [Theory]
    [InlineData("#pragma omp declare simd notinbranch\nvoid f();", "\nvoid f();", "omp declare simd notinbranch")]
    [InlineData("#define D _Pragma(\"omp declare simd\")\nD void f();", "#define D __hv_directive(0);\n void f();", "omp declare simd")]
    [InlineData("#pragma GCC optimize(\"O3\")\n#pragma once\n", "\n#pragma once\n", "GCC optimize(\"O3\")")]
    [InlineData("struct s { int a; };\n#pragma omp threadprivate(x)\n", "struct s { int a; };\n\n", "omp threadprivate(x)")]
    [InlineData("#if 0\nvoid f() {\n#endif\n#pragma a\n", "#if 0\nvoid f() {\n#endif\n\n", "a")]
    public void RemembersPragmasOutsideFunctions(string code, string rewritten, string pragma)
    {
        var source = Rewrite(code);
        Assert.Equal((rewritten, pragma), (source.Code, Assert.Single(source.FilePragmas).Text));
    }

    [Theory]
    [InlineData("int __hv_directive(int);", "HV7001")]
    [InlineData("#define __HV_X", "HV7001")]
    [InlineData("void f(int n) { hv_assume(n == 0); }", "HV7001")]
    [InlineData("#define HV_MODEL", "HV7001")]
    [InlineData("#pragma omp parallel for\n", "HV7006")]
    [InlineData("#pragma push_macro(\"N\")\n", "HV7007")]
    [InlineData("void f() { _Pragma(\"pop_macro(\\\"N\\\")\") }", "HV7007")]
    public void ReportsPragmasThatCannotBeKept(string code, string rule) =>
        Assert.Equal(rule, Assert.Single(Rewrite(code).Diagnostics).Rule.Id);

    [Theory]
    [InlineData("#define BEGIN {\n#define END }\nvoid f() BEGIN\n#pragma omp barrier\nEND\n#pragma a\n")]
    [InlineData("void f() {\n#ifdef A\nif (x) {\n#else\nif (y) {\n#endif\n#pragma omp barrier\n}}\n#pragma a\n")]
    public void FollowsBracesThroughMacrosAndAlternatives(string code)
    {
        var source = Rewrite(code);
        Assert.Equal(("omp barrier", "a"), (Assert.Single(source.Sites).Text, Assert.Single(source.FilePragmas).Text));
    }

    [Fact]
    public void ListsInclusionsAsWritten() =>
        Assert.Equal(
            ["math.h True False", "a.h False True"],
            Rewrite("#include <math.h>\nvoid f() {\n# include \"a.h\"\n}").Inclusions
                .Select(inclusion => $"{inclusion.Header} {inclusion.IsAngled} {inclusion.IsInsideDeclaration}"));

    private static RewrittenSource Rewrite(string code) => PragmaRewriter.Rewrite(SourceText.From("a.c", code));
}
