using Xunit;

namespace HpcVerify.Parser.Tests.Kernels;

/// <summary>Directives are split into regions, and every variable's data sharing is decided.</summary>
public sealed class OpenMpLoweringTests
{
    private const string Loop = "for (i = 0; i < n; i++) x[i] = d;";

    [Theory]
    [InlineData("parallel for", Loop, "parallel shared(d, n, x)", "for /* private(i) */")]
    [InlineData("parallel for private(d)", "for (i = 0; i < n; i++) { d = i; x[i] = d; }", "parallel shared(n, x)", "for private(d) /* private(i) */")]
    [InlineData("parallel for firstprivate(d)", Loop, "parallel shared(d, n, x)", "for firstprivate(d) /* private(i) */")]
    [InlineData("parallel for lastprivate(i)", Loop, "parallel shared(d, i, n, x)", "for lastprivate(i)")]
    [InlineData("parallel for firstprivate(d) lastprivate(d)", Loop, "parallel shared(d, n, x)", "for firstprivate(d) lastprivate(d) /* private(i) */")]
    [InlineData("parallel for reduction(+:d) num_threads(4)", "for (i = 0; i < n; i++) d += x[i];", "parallel num_threads(4) shared(d, n, x)", "for reduction(+: d) /* private(i) */")]
    [InlineData("parallel for default(none) shared(x, n, d)", Loop, "parallel shared(d, n, x)", "for /* private(i) */")]
    [InlineData("parallel for default(firstprivate)", Loop, "parallel firstprivate(d, n, x)", "for /* private(i) */")]
    [InlineData("parallel for collapse(2) schedule(dynamic, 8)", "for (i = 0; i < n; i++) for (j = 0; j < n; j++) x[i * n + j] = d;", "parallel shared(d, n, x)", "for collapse(2) schedule(dynamic, 8) /* private(i, j) */")]
    [InlineData("parallel for", "for (i = 0; i < n; i++) for (j = 0; j < n; j++) x[i * n + j] = d;", "parallel shared(d, j, n, x)", "for /* private(i) */")]
    [InlineData("parallel for simd safelen(8)", Loop, "parallel shared(d, n, x)", "for simd safelen(8) /* linear(i: 1) */")]
    [InlineData("parallel reduction(max:d)", "{ d = x[0]; }", "parallel reduction(max: d) shared(x)")]
    [InlineData("parallel", "{ static int calls; calls = n; state = 1; }", "parallel shared(n, state) /* shared(calls) */")]
    [InlineData("simd", Loop, "simd /* linear(i: 1) */")]
    [InlineData("for nowait", Loop, "for nowait /* private(i) */")]
    [InlineData("task", "x[i] = state;", "task firstprivate(i, x) shared(state)")]
    public void SharingIsResolved(string directive, string body, params string[] expected) =>
        Assert.Equal(expected.Select(line => $"#pragma omp {line}"), Lowered.Pragmas($"#pragma omp {directive}\n{body}"));

    [Fact]
    public void TaskSharesWhatItsTeamShares()
    {
        const string code = "#pragma omp parallel private(j)\n{ int own = 1;\n#pragma omp task\nx[i] = own + j; }";
        Assert.Contains("#pragma omp task firstprivate(j, own) shared(i, x)", Lowered.Pragmas(code));
    }

    [Theory]
    [InlineData("parallel for collapse(2)", "for (i = 0; i < n; i++) { x[i] = 0; for (j = 0; j < n; j++) x[j] = d; }", "'collapse' over loops that are not perfectly nested")]
    [InlineData("parallel for default(none)", Loop, "'n' without data sharing under 'default(none)'")]
    [InlineData("parallel for default(firstprivate)", "for (i = 0; i < n; i++) state = i;", "'state' without data sharing under 'default(firstprivate)'")]
    [InlineData("atomic", "x[i++] += 1;", "body of 'atomic'")]
    [InlineData("taskloop", Loop, "directive 'taskloop'")]
    [InlineData("parallel for reduction(+:x[0:4])", Loop, "array section in clause 'reduction'")]
    [InlineData("parallel for", "for (i = 1; i < n; i *= 2) x[i] = 0;", "loop that cannot be counted before it runs")]
    [InlineData("parallel for", "for (i = 0; i < n; i++) n--;", "bound of loop over 'i' that can change in the loop")]
    public void WhatIsNotModelledIsUnsupported(string directive, string body, string reason) =>
        Assert.Contains(reason, Lowered.Gaps($"#pragma omp {directive}\n{body}"));
}
