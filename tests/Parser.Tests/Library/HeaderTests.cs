namespace HpcVerify.Parser.Tests.Library;

/// <summary>Every header of the C library stands alone, and compiles without a warning.</summary>
public sealed class HeaderTests
{
    public static TheoryData<string> Headers() =>
        [.. Toolchain.HeaderNames];

    [Theory, MemberData(nameof(Headers))]
    public void CompilesAloneWithoutAWarning(string header)
    {
        using var folder = new ScratchFolder();
        var source = folder.Write("alone.c", $"#include \"{header}\"\nint alone;\n");

        // Vectors of 512 bits have no calling convention without AVX-512, which gcc reports under -Wpsabi.
        var outcome = Toolchain.Run("gcc", "-std=c17", "-march=x86-64-v4", "-nostdinc", "-Wall", "-Wextra", "-pedantic",
            "-Werror", "-fsyntax-only", "-I", Toolchain.Headers, source);

        Assert.Equal("", outcome.Errors);
    }

    [Theory, MemberData(nameof(Headers))]
    public void HasAnIncludeGuardOfItsOwn(string header)
    {
        var guard = $"HV_{header.Replace("hv_", "", StringComparison.Ordinal).Replace('.', '_').Replace('/', '_').ToUpperInvariant()}";

        Assert.Contains($"#ifndef {guard}\n#define {guard}\n", File.ReadAllText(Path.Combine(Toolchain.Headers, header)));
    }

    /// <summary>Vector types and intrinsics come with the intrinsic headers only: elsewhere a kernel may use such a name.</summary>
    [Theory]
    [InlineData("math.h"), InlineData("stdlib.h"), InlineData("string.h"), InlineData("stdio.h"), InlineData("omp.h")]
    public void ShowsNoNameOfAVector(string header)
    {
        using var folder = new ScratchFolder();
        var source = folder.Write("alone.c", $"#include <{header}>\n");

        var outcome = Toolchain.Run("gcc", "-E", "-P", "-dD", "-undef", "-nostdinc", "-DHV_MODEL", "-I", Toolchain.Headers, source);

        Assert.Equal(0, outcome.ExitCode);
        Assert.DoesNotMatch(@"\b(_mm\w*|_MM_\w+|_CMP_\w+|__m(128|256|512|mask)\w*)\b", outcome.Output);
    }
}
