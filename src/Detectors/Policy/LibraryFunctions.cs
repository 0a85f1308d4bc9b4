namespace HpcVerify.Detectors.Policy;

/// <summary>Functions every C implementation has: a kernel may declare and call these, and may define none of them.</summary>
internal static class LibraryFunctions
{
    private static readonly NameSet Mathematics = NameSet.Pairs(
        NameSet.Words("""
            acos acosh asin asinh atan atan2 atanh cbrt ceil copysign cos cosh erf erfc exp exp2 exp10 expm1 fabs fdim floor fma fmax
            fmin fmod frexp hypot ilogb ldexp lgamma llrint llround log log10 log1p log2 logb lrint lround modf nan nearbyint
            nextafter nexttoward pow remainder remquo rint round roundeven scalbln scalbn sin sincos sinh sqrt tan tanh tgamma trunc
            cabs carg cimag creal conj cexp clog cpow csqrt csin ccos j0 j1 jn y0 y1 yn
            """),
        ["", "f", "l"]);

    private static readonly NameSet Memory = NameSet.Of(
        """
        memcpy memmove memset memcmp memchr mempcpy memccpy bcopy bzero strlen strcmp strncmp strcpy strncpy strcat strncat strchr
        strrchr strstr malloc calloc realloc free aligned_alloc posix_memalign memalign valloc alloca malloc_usable_size mm_malloc
        mm_free
        """);

    private static readonly NameSet Algorithms = NameSet.Of(
        "abs labs llabs div ldiv lldiv qsort bsearch atoi atol atof strtol strtoul strtoll strtoull strtod strtof abort exit assert_fail "
        + "snprintf sprintf vsnprintf isnan isinf isfinite ffs ffsl ffsll");

    private static readonly NameSet Runtime = NameSet.Of("omp_*");

    /// <summary>Names of POSIX and GNU that ISO C leaves to everybody.</summary>
    private static readonly NameSet OutsideIsoC = NameSet.Of(
        """
        exp10 exp10f exp10l sincos sincosf sincosl j0 j0f j0l j1 j1f j1l jn jnf jnl y0 y0f y0l y1 y1f y1l yn ynf ynl mempcpy
        memccpy bcopy bzero posix_memalign memalign valloc alloca malloc_usable_size ffs ffsl ffsll
        """);

    /// <summary>What a kernel may declare by hand, though no header gave it.</summary>
    public static readonly NameSet Declarable = Mathematics | Memory | Algorithms | Runtime;

    /// <summary>
    /// Names whose definition would stand in for the real one. Those of ISO C and of the compiler's runtime are reserved;
    /// the system's own matter only where other object files see them.
    /// </summary>
    private static readonly NameSet Reserved =
        Declarable
        | FunctionFamilies.StandardOutput
        | FunctionFamilies.FloatingEnvironment
        | NameSet.Of("main GOMP_* gomp_* GOACC_* kmpc_* exit atexit system getenv signal raise time clock fopen fread fwrite fclose fprintf");

    /// <summary>Whether a definition of that name, with internal linkage or without, would stand in for the real one.</summary>
    public static bool IsReserved(string name, bool isInternal) => Reserved.Contains(name) && !(isInternal && OutsideIsoC.Contains(name));
}
