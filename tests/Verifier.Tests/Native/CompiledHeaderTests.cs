using System.Runtime.InteropServices;
using HpcVerify.Verifier.Native;
using Xunit.Abstractions;

namespace HpcVerify.Verifier.Tests.Native;

/// <summary>A header that was compiled beforehand changes how long gcc takes, and nothing that it makes.</summary>
[Collection(NativeTests.Name)]
public sealed class CompiledHeaderTests(NativeBench bench, ITestOutputHelper output)
{
    private const string Add = """
        #include <immintrin.h>
        void kernel(double *x) { _mm256_storeu_pd(x, _mm256_add_pd(_mm256_loadu_pd(x), _mm256_loadu_pd(x + 4))); }
        """;

    /// <summary>What stands in front of the header, and whether gcc may take the compiled form.</summary>
    [Theory]
    [InlineData("", true)]
    [InlineData("// a comment\n\n/* and another */\n", true)]
    [InlineData("#define _mm256_add_pd _mm256_sub_pd\n", false)]
    [InlineData("#define double float\n", false)]
    [InlineData("#define __m256d __m256i\n", false)]
    [InlineData("#define _IMMINTRIN_H_INCLUDED\n", false)]
    [InlineData("#define __inline\n", false)]
    [InlineData("#undef __AVX2__\n", false)]
    [InlineData("#pragma GCC optimize(\"O1\")\n", false)]
    [InlineData("#pragma GCC target(\"no-avx2\")\n", false)]
    [InlineData("#pragma pack(1)\n", false)]
    [InlineData("int first;\n", false)]
    [InlineData("#include <stddef.h>\n", false)]
    [InlineData("#include <omp.h>\n", false)]
    public void SameComesOutWithAndWithoutIt(string before, bool isTaken)
    {
        var flags = Compiler.KernelFlags(OptimizationLevel.Full).Add("-H");
        var (plain, made) = (Path.Combine(bench.Folder, "plain.so"), Path.Combine(bench.Folder, "made.so"));
        var expected = bench.Compiler.CompileKernel(before + Add, flags, plain, ProcessLimits.ForCompile, default);
        var header = bench.Compiler.CompileHeader("tests", flags, ProcessLimits.ForCompile, default);
        if (header is not CompileOutcome.Compiled { Path: var compiled })
        {
            output.WriteLine($"environment: {header}");
            Assert.NotEqual(Architecture.X64, RuntimeInformation.OSArchitecture);
            return;
        }

        var actual = bench.Compiler.CompileKernelWithHeader(before + Add, flags, compiled, made, ProcessLimits.ForCompile, default);
        Assert.Equal(expected.GetType(), actual.GetType());
        Assert.Equal(isTaken, Messages(actual).Contains("! /headers/immintrin.h.gch", StringComparison.Ordinal));
        if (actual is CompileOutcome.Compiled)
        {
            Assert.Equal(File.ReadAllBytes(plain), File.ReadAllBytes(made));
        }
    }

    [Fact]
    public void HeaderIsNotThereForWhoDoesNotIncludeIt()
    {
        var flags = Compiler.KernelFlags(OptimizationLevel.Full);
        if (bench.Compiler.CompileHeader("tests", flags, ProcessLimits.ForCompile, default) is CompileOutcome.Compiled { Path: var header })
        {
            const string Source = "__m128d kernel(__m128d x) { return x; }";
            var rejected = bench.Compiler.CompileKernelWithHeader(Source, flags, header, Path.Combine(bench.Folder, "none.so"), ProcessLimits.ForCompile, default);
            Assert.Equal(1, Assert.IsType<CompileOutcome.Rejected>(rejected).Line);
        }
        else
        {
            Assert.NotEqual(Architecture.X64, RuntimeInformation.OSArchitecture);
        }
    }

    /// <summary>A header of a system is replaced by its package manager, under the same name, by the same compiler.</summary>
    [Fact]
    public void HeaderIsCompiledAgainWhereAFileOfItIsAnother()
    {
        if (RuntimeInformation.OSArchitecture is not Architecture.X64)
        {
            output.WriteLine("environment: no header is compiled on this processor");
            return;
        }

        var headers = Directory.CreateDirectory(Path.Combine(bench.Folder, "other headers")).FullName;
        File.WriteAllText(Path.Combine(headers, "immintrin.h"), "#include \"inner.h\"\n");
        var first = HeaderWith(1, headers);

        Assert.Equal(first, HeaderWith(1, headers));
        Assert.NotEqual(first, HeaderWith(2, headers));
        Assert.Equal(first, HeaderWith(1, headers));
    }

    /// <summary>Where the compiled header is, in a process that begins anew, once a file that it includes defines a number; a kernel finds that number.</summary>
    private string HeaderWith(int number, string headers)
    {
        File.WriteAllText(Path.Combine(headers, "inner.h"), FormattableString.Invariant($"enum {{ NUMBER = {number} }};\n"));
        var options = bench.Options with { ReadOnlyFolders = [headers] };
        var sandbox = Assert.IsType<SandboxState.Ready>(Sandbox.Probe(options, ControlGroupHierarchies.Find())).Sandbox;
        var compiler = new Compiler(sandbox, "/usr/bin/gcc", TimeProvider.System);
        var flags = Compiler.KernelFlags(OptimizationLevel.Full).Add("-H");
        var header = Assert.IsType<CompileOutcome.Compiled>(compiler.CompileHeader("tests", flags.Add("-isystem").Add(headers), ProcessLimits.ForCompile, default)).Path;
        var kernel = FormattableString.Invariant($"#include <immintrin.h>\n_Static_assert(NUMBER == {number}, \"another header\");\nvoid kernel(void) {{}}\n");
        var outcome = compiler.CompileKernelWithHeader(kernel, flags, header, Path.Combine(bench.Folder, "number.so"), ProcessLimits.ForCompile, default);
        Assert.Contains("! /headers/immintrin.h.gch", Assert.IsType<CompileOutcome.Compiled>(outcome).Messages, StringComparison.Ordinal);
        return header;
    }

    private static string Messages(CompileOutcome outcome) => outcome switch
    {
        CompileOutcome.Compiled compiled => compiled.Messages,
        CompileOutcome.Rejected rejected => rejected.Messages,
        _ => outcome.ToString(),
    };
}
