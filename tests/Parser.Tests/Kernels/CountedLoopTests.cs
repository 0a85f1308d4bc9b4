using HpcVerify.Parser.Kernels;
using Xunit;

namespace HpcVerify.Parser.Tests.Kernels;

/// <summary>Loops that count are recognised, and only those.</summary>
public sealed class CountedLoopTests
{
    [Theory]
    [InlineData("for (i = 0; i < n; i++) x[i] = 0;", "i = 0; i Less n; + 1")]
    [InlineData("for (int k = j; k <= n; k += 4) x[k] = 0;", "k = j; k LessOrEqual n; + 4")]
    [InlineData("for (i = n; i > 0; i = i - 2) x[i] = 0;", "i = n; i Greater 0; - 2")]
    [InlineData("for (i = n; i >= 0; i += -1) x[i] = 0;", "i = n; i GreaterOrEqual 0; - 1")]
    [InlineData("for (i = 0; n > i; i = 3 + i) x[i] = 0;", "i = 0; i Less n; + 3")]
    [InlineData("for (i = 0; i != n; ++i) x[i] = 0;", "i = 0; i NotEqual n; + 1")]
    [InlineData("for (i = 0; i < n; i += j) x[i] = 0;", "i = 0; i Less n; + j")]
    [InlineData("for (i = 0; i < pure(n); i++) x[i] = 0;", "i = 0; i Less pure(n); + 1")]
    [InlineData("while (i < n) { x[i] = 0; i += 4; }", "i = ?; i Less n; + 4; in body")]
    [InlineData("for (i = 0; i < m; i++) x[i] = 0;", "i = 0; i Less m; + 1")]
    [InlineData("for (i = 0; i < u; i++) x[i] = 0;", "i = 0; i Less u; + 1; converted")]
    [InlineData("for (i = 0; i < x[0]; i++) x[i] = 0;", null)]
    [InlineData("for (i = 0; i < n; i++) n--;", "i = 0; i Less n; + 1; bound varies")]
    [InlineData("for (i = 0; i < state; i++) x[i] = 0;", "i = 0; i Less state; + 1; bound varies")]
    [InlineData("static int t[9]; for (i = 0; i < state; i++) t[i] = 0;", "i = 0; i Less state; + 1")]
    [InlineData("static int t[9]; for (i = 0; i < *(int *)x; i++) t[i] = 0;", "i = 0; i Less (*((int *)x)); + 1; bound varies")]
    [InlineData("static int t[9]; for (i = 0; i < t[0]; i++) t[i] = 0;", "i = 0; i Less t[0]; + 1; bound varies")]
    [InlineData("static int t[9]; for (i = 0; i < state; i++) sink(t[i], i);", "i = 0; i Less state; + 1; bound varies")]
    [InlineData("for (i = 0; i < n; i++) if (x[i] > 0) i++;", null)]
    [InlineData("for (i = 0; i < n; i += j) j++;", null)]
    [InlineData("int *q = &i; for (i = 0; i < n; i++) *q = 0;", null)]
    [InlineData("for (i = 1; i < n; i *= 2) x[i] = 0;", null)]
    [InlineData("while (i < n) { if (x[i] > 0) continue; i++; }", null)]
    [InlineData("do { i++; } while (i < n);", null)]
    [InlineData("for (;;) { i++; }", null)]
    public void CountedShapeIsRecognised(string code, string? expected) =>
        Assert.Equal(expected, Describe(Lowered.Function(code).Body!.Statements.OfType<KernelStatement.Loop>().Single().Counted));

    private static string? Describe(CountedShape? shape) => shape is null
        ? null
        : $"{shape.Index} = {(shape.Lower is { } lower ? ValuePrinter.Bare(lower) : "?")}; {shape.Index} {shape.Comparison} {ValuePrinter.Bare(shape.Bound)}; "
            + $"{(shape.IsDecreasing ? '-' : '+')} {ValuePrinter.Bare(shape.Step)}"
            + (shape.IsStepInBody ? "; in body" : "")
            + (shape.IsIndexConverted ? "; converted" : "")
            + (shape.IsBoundInvariant ? "" : "; bound varies");
}
