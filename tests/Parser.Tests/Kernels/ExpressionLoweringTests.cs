using Xunit;

namespace HpcVerify.Parser.Tests.Kernels;

/// <summary>Expressions become explicit conversions, effects in order, and pure values.</summary>
public sealed class ExpressionLoweringTests
{
    [Theory]
    [InlineData("d = i;", "d = (double)i;")]
    [InlineData("g = d;", "g = (float)d;")]
    [InlineData("c += 3;", "c = (char)((int)c + 3);")]
    [InlineData("c <<= 1;", "c = (char)((int)c << 1);")]
    [InlineData("i += d;", "i = (int)((double)i + d);")]
    [InlineData("m = i + u;", "m = (long)((unsigned int)i + u);")]
    [InlineData("i = d < g;", "i = d < (double)g;")]
    [InlineData("d = g * 2;", "d = (double)(g * 2.0f);")]
    [InlineData("m = &x[i] - x;", "m = &x[i] - x;")]
    [InlineData("u = -1;", "u = 4294967295U;")]
    [InlineData("_Bool b = d;", "_Bool b = (_Bool)d;")]
    [InlineData("x = 0;", "x = (double *)0;")]
    public void ConversionsAreExplicit(string code, string expected) => Assert.Equal(expected, Lowered.Text(code));

    [Theory]
    [InlineData("double v[m][n]; v[i][j] = d;", "double v[m][n]; v[i][j] = d;")]
    [InlineData("double v[4][n]; v[i][j] = d;", "double v[4][n]; v[i][j] = d;")]
    [InlineData("double v[n][4]; v[i][j] = d;", "double v[n][4]; v[i][j] = d;")]
    [InlineData("double v[m][4][n + 1]; v[i][j][1] = d;", "double v[m][4][n + 1]; v[i][j][1] = d;")]
    [InlineData("double (*v[3])[n];", "double (*v[3])[n];")]
    [InlineData("double (*v)[4 + 1] = (double (*)[4 + 1])x; v[i][j] = d;", "double (*v)[5] = (double (*)[5])x; v[i][j] = d;")]
    [InlineData("double (*v)[n] = (double (*)[n])x; v[i][j] = d;", "double (*v)[n] = (void *)x; v[i][j] = d;")]
    public void ExtentsKeepTheirPlaces(string code, string expected) => Assert.Equal(expected, Lowered.Text(code));

    [Theory]
    [InlineData("x[i++] = d;", "int t0 = i; i = t0 + 1; x[t0] = d;")]
    [InlineData("x[++i] = d;", "i = i + 1; int t0 = i; x[t0] = d;")]
    [InlineData("*x++ = *y++;", "double *t0 = x; x = t0 + 1; double *t1 = y; y = t1 + 1; (*t0) = (*t1);")]
    [InlineData("i = j = n;", "int t0 = n; j = t0; i = t0;")]
    [InlineData("i++, j++;", "i = i + 1; j = j + 1;")]
    [InlineData("i = writer(n) + j;", "int t0; t0 = writer(n); i = t0 + j;")]
    [InlineData("i = writer(n);", "i = writer(n);")]
    [InlineData("i = pure(n) + j;", "i = pure(n) + j;")]
    [InlineData("n = i < j && writer(i);", "int t1 = 0; if (i < j) { int t0; t0 = writer(i); t1 = t0 != 0; } n = t1;")]
    [InlineData("n = i ? writer(j) : 2;", "int t1; if (i != 0) { int t0; t0 = writer(j); t1 = t0; } else { t1 = 2; } n = t1;")]
    [InlineData("i ? writer(1) : writer(2);", "if (i != 0) { writer(1); } else { writer(2); }")]
    [InlineData("i = ({ int k = n; k++; k + 1; });", "int k = n; k = k + 1; int t0 = k + 1; i = t0;")]
    public void EffectsComeFirstAndInOrder(string code, string expected) => Assert.Equal(expected, Lowered.Text(code));

    [Theory]
    [InlineData("n = i && x[i] > 0;", "n = (i != 0) && (x[i] > 0.0);")]
    [InlineData("d = g ? x[i] : 0;", "d = (g != 0.0f) ? x[i] : 0.0;")]
    [InlineData("(void)x[i];", "(void)x[i];")]
    public void PureChoicesStayValues(string code, string expected) => Assert.Equal(expected, Lowered.Text(code));

    [Theory]
    [InlineData("x[i] = i++;")]
    [InlineData("i = i++;")]
    [InlineData("x[i] = y[i++] = 0;")]
    [InlineData("sink(i++, i);")]
    [InlineData("n = i++ + i;")]
    [InlineData("d = x[0]++ + x[i];")]
    [InlineData("n = writer(1) + writer(2);")]
    [InlineData("n = state + writer(2);")]
    public void UnspecifiedOrderIsUnsupported(string code) =>
        Assert.Contains(Lowered.Gaps(code), gap => gap.StartsWith("unspecified order", StringComparison.Ordinal));

    [Theory]
    [InlineData("i = i + 1;")]
    [InlineData("x[i] = y[i] + x[i];")]
    [InlineData("x[i] = writer(i) + 1;")]
    [InlineData("n = (i++, i);")]
    [InlineData("n = i++ && i;")]
    [InlineData("sink(i, i);")]
    [InlineData("double sum[2][2]; sum[i][0] = sum[i][1] = 0;")]
    public void OrdersThatCannotMatterAreAllowed(string code) => Assert.Empty(Lowered.Gaps(code));

    [Fact]
    public void FunctionThatReadsThroughARecordsPointerIsNotPure()
    {
        const string code = "struct box { int *at; }; static int get(struct box b) { return b.at[0]; } int f(struct box b) { return get(b) + 1; }";
        Assert.Contains(Lowered.Module(code).Value.Function("f")!.Body!.Statements, statement => statement is HpcVerify.Parser.Kernels.KernelStatement.Call);
    }

    [Fact]
    public void ChainedStoresPromiseThatTheirPlacesDiffer() =>
        Assert.Equal("y[j] = 0.0; x[i] = 0.0; /* promise: DistinctPlaces(&x[i], &y[j]) */;", Lowered.Text("x[i] = y[j] = 0;"));

    [Theory]
    [InlineData("_Atomic int v = 0; i = v;", "atomic object")]
    [InlineData("void (*k)(void) = 0; k();", "call through a pointer")]
    [InlineData("switch (i) { case 1: { case 2: j = 1; } }", "case label inside another statement")]
    [InlineData("__asm__(\"nop\");", "inline assembly")]
    public void WhatIsOutsideTheModelSaysSo(string code, string reason) => Assert.Contains(reason, Lowered.Gaps(code));

    [Theory]
    [InlineData("if (n < 0) __builtin_unreachable();", "if (n < 0) { __builtin_unreachable(); }")]
    [InlineData("x = __builtin_assume_aligned(x, 64);", "/* promise: Aligned(x, 64) */; x = (double *)(void *)x;")]
    public void PromisesStay(string code, string expected) => Assert.Equal(expected, Lowered.Text(code));

    [Fact]
    public void DeepExpressionsDoNotExhaustTheStack() =>
        Assert.StartsWith("i = ~~", Lowered.Text($"i = {new string('~', 900)}writer(i);").Replace("int t0; t0 = writer(i); ", ""), StringComparison.Ordinal);

    [Fact]
    public void DeepStatementsDoNotExhaustTheStack() =>
        Assert.Equal(900, Lowered.Text(string.Concat(Enumerable.Repeat("if (i) ", 900)) + "j = 1;").Split("if (").Length - 1);

    [Fact]
    public void CodeTheFrontEndCouldNotReadIsAGap() =>
        Assert.Contains(Lowered.Module("void f(void) { undeclared_name = 1; }").Value.Gaps, gap => gap.Reason.StartsWith("front end", StringComparison.Ordinal));

    [Fact]
    public void TooDeepExpressionsAreUnsupported() =>
        Assert.Contains(Lowered.Gaps($"i = {new string('~', 2_000)}j;"), gap => gap.StartsWith("nesting deeper", StringComparison.Ordinal));
}
