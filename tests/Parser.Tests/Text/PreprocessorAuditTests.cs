using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Tests.Text;

public sealed class PreprocessorAuditTests
{
    [Theory]
    [InlineData("#ifdef __GLIBC__\n#endif", "HV7002")]
    [InlineData("#if defined(NDEBUG) && N > 3\n#endif", "HV7002 HV7002")]
    [InlineData("#if 0\n#elif __GLIBC__ > 1\n#endif", "HV7002")]
    [InlineData("#ifdef LATER\n#endif\n#define LATER", "HV7002")]
    [InlineData("#ifndef EOF\n#define EOF -1\n#endif", "HV7002")]
    [InlineData("#ifndef M_PI\n#define M_PI 3\n#endif", "HV7002")]
    [InlineData("#define SELECT __GLIBC__\n#if SELECT\n#endif", "HV7002")]
    [InlineData("#define S1 __GLIBC__\n#define S2 S1\n#if S2 > 1\n#endif", "HV7002")]
    [InlineData("#if 0\n#define EOF 1\n#endif\n#ifdef EOF\n#endif", "HV7002")]
    [InlineData("#if __has_include(\"x.h\")\n#endif", "HV7002 HV7003")]
    [InlineData("int x = __LINE__;", "HV7003")]
    [InlineData("#if 0\nint x = __COUNTER__;\n#endif", "HV7003")]
    [InlineData("int x = __COUN\\\nTER__;", "HV7003")]
    [InlineData("#define F(x) _Generic(x, int: 1, default: 2)", "HV7003")]
    [InlineData("int x = __builtin_constant_p(1);", "HV7003")]
    [InlineData("char *s = R\"(\" /* )\";", "HV7003")]
    [InlineData("#define CAT(a, b) a##b\nint x = CAT(__COUN, TER__);", "HV7003")]
    [InlineData("#define CAT(a, b) a%:%:b\nCAT(_Pra, gma)(\"omp barrier\")", "HV7003")]
    [InlineData("#define __AVX512F__ 1", "HV7004")]
    [InlineData("#undef _OPENMP", "HV7004")]
    [InlineData("#define double float", "HV7004")]
    [InlineData("#define HV_MATH_H", "HV7004")]
    [InlineData("#define _mm512_add_pd(a, b) a", "HV7004")]
    [InlineData("#define lane 0\n#include <immintrin.h>", "HV7004")]
    [InlineData("#include_next <math.h>", "HV7005")]
    [InlineData("#import <math.h>", "HV7005")]
    [InlineData("#define H <math.h>\n#include H", "HV7005")]
    [InlineData("#line 3 \"x\"", "HV7005")]
    [InlineData("# 12 \"x.c\"", "HV7005")]
    [InlineData("%:ident \"x\"", "HV7005")]
    [InlineData("#assert machine(x)", "HV7005")]
    [InlineData("#ifdef A\n#elifdef B\n#endif", "HV7002 HV7005")]
    public void ReportsWhatCouldDifferBetweenCompilers(string code, string rules) =>
        Assert.Equal(rules, Rules(code));

    [Theory]
    [InlineData("#ifdef _OPENMP\n#include <omp.h>\n#endif")]
    [InlineData("#if defined(__AVX512F__) && defined(__FMA__) || __SSE4_2__\n#endif")]
    [InlineData("#ifndef BLOCK\n#define BLOCK 64\n#endif\n#if BLOCK > 32\n#endif")]
    [InlineData("#ifndef M_PI\n#define M_PI 3.14159265358979323846\n#endif")]
    [InlineData("#define MIN(a, b) ((a) < (b) ? (a) : (b))\n#define N 8\n#if MIN(N, 4) == 4\n#endif")]
    [InlineData("#define REAL my_type\n#if defined REAL\n#endif\n#ifdef REAL\n#endif")]
    [InlineData("#ifdef __cplusplus\nextern \"C\" {\n#endif")]
    [InlineData("#define _GNU_SOURCE\n#define N 4\n#include <stdlib.h>\n#define min(a, b) a\n#undef N")]
    [InlineData("// __LINE__ R\"x\" #ifdef __clang__\n/* __COUNTER__ */ char *s = \"__FILE__\";")]
    [InlineData("#define VEC(n) v##n\n__attribute__((aligned(64))) double v1;\n__m512d x;")]
    [InlineData("#pragma once\n#error no\n#\n")]
    public void AcceptsWhatTheFileDecidesAlone(string code) => Assert.Equal("", Rules(code));

    [Theory]
    [InlineData("#define N 4\n", "#if N > 2\n#endif\n#ifdef N\n#endif", "")]
    [InlineData("#undef N\n", "#ifdef N\n#endif", "")]
    [InlineData("#define F(x) x\n", "#if F(3) == 3\n#endif", "")]
    [InlineData("#define N __GLIBC__\n", "#if N > 2\n#endif", "HV7002")]
    [InlineData("#define N 4\n", "#if M > 2\n#endif", "HV7002")]
    [InlineData("#define double float\n#define HERE __FILE__\n", "#include <math.h>", "")]
    [InlineData("#define N 4\n", "#define double float", "HV7004")]
    [InlineData("#define CAT(a, b) a##b\n", "int x = CAT(__COUN, TER__);", "HV7003")]
    public void MacrosOfTheBuildAreForTheFileToTest(string build, string code, string rules) => Assert.Equal(rules, Rules(code, build));

    private static string Rules(string code, string build = "") =>
        string.Join(' ', PreprocessorAudit.Inspect(SourceText.From("a.c", code + "\n"), build).Select(diagnostic => diagnostic.Rule.Id));
}
