using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Policy;

/// <summary>
/// An include outside the allow-list: headers with a model, other headers of ISO C that give nothing away, the x86
/// intrinsics, and what the task allows.
/// </summary>
public sealed class ForbiddenHeaders : Detector
{
    private static readonly Rule Found = new(
        "HV1111", Severity.Error, "Header not allowed", "'{0}' is not a header a kernel may include",
        "A kernel includes headers of standard C and the intrinsics, by their plain names. Headers of other libraries and of the "
        + "operating system, and files by path, are closed. Remove the line; the task's specification can allow more headers.");

    private static readonly NameSet Harmless = NameSet.Of(
        """
        assert.h complex.h ctype.h errno.h fenv.h float.h inttypes.h iso646.h limits.h locale.h math.h stdalign.h stdarg.h
        stdatomic.h stdbool.h stddef.h stdint.h stdio.h stdlib.h stdnoreturn.h string.h strings.h tgmath.h uchar.h wchar.h wctype.h
        malloc.h alloca.h memory.h omp.h immintrin.h x86intrin.h x86gprintrin.h mmintrin.h xmmintrin.h emmintrin.h pmmintrin.h
        tmmintrin.h smmintrin.h nmmintrin.h ammintrin.h wmmintrin.h popcntintrin.h lzcntintrin.h bmiintrin.h bmi2intrin.h
        fmaintrin.h fma4intrin.h f16cintrin.h avxintrin.h avx2intrin.h avx512*
        """);

    public override IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context) =>
        from inclusion in tree.Inclusions
        where !inclusion.IsModelled && !context.AllowedHeaders.Contains(inclusion.Header)
        where !inclusion.IsAngled || !Harmless.Contains(inclusion.Header) || inclusion.Header.Contains('/', StringComparison.Ordinal)
        select Found.At(inclusion.Span, inclusion.Header);
}
