using System.Collections.Immutable;

namespace HpcVerify.Trainer.Model.Tokens;

/// <summary>What every vocabulary has, whatever it was learnt from: the words and signs of C17 and OpenMP, small numbers, indentation.</summary>
internal static class FixedLexemes
{
    private const string Words =
        """
        auto break case char const continue default do double else enum extern float for goto if inline int long register restrict return short
        signed sizeof static struct switch typedef union unsigned void volatile while size_t ptrdiff_t int32_t int64_t uint64_t
        __m128 __m128d __m256 __m256d __m512 __m512d __m256i __m512i __mmask8 __mmask16 __attribute__ aligned always_inline
        include define pragma omp parallel simd schedule dynamic guided collapse private firstprivate shared reduction num_threads barrier
        critical atomic single master nowait task taskwait sections safelen aligned unroll GCC ivdep ifdef ifndef endif
        immintrin h omp_get_thread_num omp_get_num_threads omp_get_max_threads NULL
        """;

    private const string Signs =
        """
        ++ -- += -= *= /= %= == != <= >= && || << >> -> /* */ // () [] {} (* (& ); )) ]; ++) ++i ]) +) ), ], ;) :: "
        = + - * / % < > ! & | ^ ~ ? : ( ) [ ] { } ; ,
        """;

    private static readonly ImmutableArray<int> Numbers =
        [.. Enumerable.Range(0, 65), 72, 80, 96, 100, 112, 120, 127, 128, 144, 160, 192, 240, 255, 256, 320, 384, 480, 500, 511, 512, 640, 768, 1000, 1023, 1024, 2048, 4096];

    private static readonly ImmutableArray<string> Decimals = ["0.0", "1.0", "0.5", "2.0", "0.25", "1.0f", "0.0f"];

    private static readonly ImmutableArray<int> Indentations = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 18, 20, 24, 28, 32, 36, 40];

    /// <summary>In their order, none twice; each at least two bytes, as single bytes are tokens anyway.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        .. Split(Words).Concat(Split(Signs)).Concat(Numbers.Select(number => $"{number}")).Concat(Decimals)
            .SelectMany(word => (string[])[word, " " + word])
            .Concat(Indentations.SelectMany(indentation => (string[])["\n" + new string(' ', indentation), new(' ', indentation)]))
            .Where(lexeme => lexeme.Length > 1)
            .Distinct(),
    ];

    private static string[] Split(string words) => words.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
