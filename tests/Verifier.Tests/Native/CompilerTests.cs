using HpcVerify.Verifier.Native;
using Xunit.Abstractions;

namespace HpcVerify.Verifier.Tests.Native;

/// <summary>Every way a compilation can end, with hostile and honest sources.</summary>
[Collection(NativeTests.Name)]
public sealed class CompilerTests(NativeBench bench, ITestOutputHelper output)
{
    private static readonly ProcessLimits Short = ProcessLimits.ForCompile with { Cpu = TimeSpan.FromSeconds(3) };

    [Theory]
    [InlineData("int kernel(void) { return 1 }", 1, 28)]
    [InlineData("\n  int kernel(void) { return nowhere; }", 2, 29)]
    [InlineData("#include \"/etc/passwd\"\n", 1, 10)]
    [InlineData("#include \"/proc/self/environ\"\n", 1, 10)]
    [InlineData("#include \"/work/../root/.bashrc\"\n", 1, 10)]
    [InlineData("__asm__(\".incbin \\\"/etc/passwd\\\"\");", 0, 0)]
    [InlineData("void cblas_dgemm(void); void kernel(void) { cblas_dgemm(); }", 0, 0)]
    [InlineData("# 1 \"bwrap: no\"\nint kernel(void) { return nowhere; }", 0, 0)]
    public void BadSourceIsRejectedAtItsPlace(string source, int line, int column)
    {
        var rejected = Assert.IsType<CompileOutcome.Rejected>(bench.Compile(source, Short));
        output.WriteLine(rejected.Messages);
        Assert.Equal((line, column), (rejected.Line, rejected.Column));
        Assert.DoesNotContain(bench.Folder, rejected.Messages, StringComparison.Ordinal);
        Machine.ShouldBeUnharmed(bench);
    }

    [Theory]
    [InlineData("char huge[1ul << 40] = {1}; void kernel(void) {}")]
    [InlineData("char huge[1 << 30] = {1}; void kernel(void) {}")]
    [InlineData("#define A(x) x x x x x x x x\n#define B(x) A(A(A(A(x))))\nvoid kernel(int *p) { B(B(*p += __COUNTER__;)) }")]
    [InlineData("#include __FILE__\n#include __FILE__\nvoid kernel(void) {}")]
    [InlineData("__asm__(\".fill 0x7fffffff, 8, 1\"); void kernel(void) {}")]
    public void CompileBombEndsAtALimitOrAnError(string source)
    {
        var outcome = bench.Compile(source, Short);
        output.WriteLine(outcome.ToString().Length > 300 ? outcome.ToString()[..300] : outcome.ToString());
        Assert.True(outcome is CompileOutcome.LimitExceeded or CompileOutcome.Rejected);
        Machine.ShouldBeUnharmed(bench);
    }

    [Fact]
    public void PredefinedMacrosComeFromTheCacheTheSecondTime()
    {
        var flags = Compiler.KernelFlags(OptimizationLevel.Full);
        var first = Assert.IsType<CompileOutcome.Compiled>(bench.Compiler.PredefinedMacros("12", flags, Short, default));
        var second = Assert.IsType<CompileOutcome.Compiled>(bench.Compiler.PredefinedMacros("12", flags, Short, default));
        Assert.Equal(first.Path, second.Path);
        Assert.Equal(TimeSpan.Zero, second.Elapsed);
        Assert.Contains("#define _OPENMP ", File.ReadAllText(first.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void TrustedCodeMayCallOpenBlas()
    {
        var library = NativeProbe.OpenBlasPath();
        output.WriteLine($"OpenBLAS: '{library}'");
        if (library.Length == 0)
        {
            return;
        }

        var source = "double cblas_ddot(int, const double *, int, const double *, int);\n"
            + "double kernel(const double *x, int n) { return cblas_ddot(n, x, 1, x, 1); }";
        var path = Path.Combine(bench.Folder, "trusted.so");
        var compiled = bench.Compiler.CompileTrusted(
            source, Compiler.KernelFlags(OptimizationLevel.Full), [library], path, ProcessLimits.ForCompile, default);
        Assert.IsType<CompileOutcome.Compiled>(compiled);
        var options = SessionOptions.WithThreads(1) with { View = SystemView.Whole, Environment = SessionOptions.WithThreads(1).Environment.Add("OPENBLAS_NUM_THREADS", "1") };
        var start = KernelSession.Start(bench.Sandbox, bench.Driver, path, "kernel", options, TimeProvider.System, default);
        using var session = Assert.IsType<SessionStart.Running>(start).Session;
        var input = Argument.Of<double>(new double[] { 1, 2, 3 }, BufferAccess.Input, 8, BufferLayout.EndsAtGuard);
        var outcome = session.Call(new([input, new Argument.Integer(3)], ReturnClass.Floating), default);
        Assert.Equal(14, BitConverter.Int64BitsToDouble(Assert.IsType<CallOutcome.Completed>(outcome).ReturnBits));
    }
}
