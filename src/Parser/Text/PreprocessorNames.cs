using System.Collections.Frozen;

namespace HpcVerify.Parser.Text;

/// <summary>The names that decide whether a use of the preprocessor is the file's own business.</summary>
internal static class PreprocessorNames
{
    private static readonly FrozenSet<string> EnvironmentDependent = new[]
    {
        "__has_include", "__has_include_next", "__has_embed", "__has_builtin", "__has_constexpr_builtin", "__has_attribute",
        "__has_c_attribute", "__has_cpp_attribute", "__has_declspec_attribute", "__has_feature", "__has_extension",
        "__has_warning", "__is_identifier", "__is_target_arch", "__is_target_vendor", "__is_target_os",
        "__is_target_environment", "__building_module", "__builtin_constant_p", "__builtin_choose_expr",
        "__builtin_types_compatible_p", "__builtin_classify_type", "__builtin_object_size",
        "__builtin_dynamic_object_size", "__builtin_LINE", "__builtin_FILE", "__builtin_FUNCTION", "_Generic", "__TIME__",
        "__DATE__", "__TIMESTAMP__", "__COUNTER__", "__FILE__", "__FILE_NAME__", "__BASE_FILE__", "__INCLUDE_LEVEL__",
        "__LINE__", "__VERSION__",
    }.ToFrozenSet();

    /// <summary>
    /// What tells compilers, systems and processors apart. The front end has the scoring compiler's definitions of these, so
    /// both see the same answer, also where it is that the name is not defined.
    /// </summary>
    private static readonly FrozenSet<string> Predefined =
        ("__STDC__ __STDC_VERSION__ __STDC_HOSTED__ __GNUC__ __GNUC_MINOR__ __GNUC_PATCHLEVEL__ __clang__ __INTEL_COMPILER __ICC "
        + "__INTEL_LLVM_COMPILER __NVCOMPILER __PGI __IBMC__ __xlC__ _MSC_VER __MINGW32__ __CUDACC__ __HIPCC__ __x86_64__ __x86_64 "
        + "__amd64__ __i386__ __aarch64__ __arm__ __ARM_NEON __ARM_NEON__ __ARM_FEATURE_SVE __powerpc64__ __riscv _WIN32 _WIN64 "
        + "__APPLE__ __linux__ __linux __unix__ __LP64__ _LP64 __BYTE_ORDER__ __ORDER_LITTLE_ENDIAN__ __ORDER_BIG_ENDIAN__ "
        + "__FMA__ __F16C__ __BMI__ __BMI2__ __POPCNT__").Split(' ').ToFrozenSet();

    /// <summary>What pasting must not be able to make.</summary>
    private static readonly FrozenSet<string> Unpasteable =
        EnvironmentDependent.Concat(["_Pragma", "__hv_directive", "__hv_pragma_text", "__clang__", "__GNUC__"]).ToFrozenSet();

    private static readonly FrozenSet<string> Beginnings = Unpasteable
        .SelectMany(name => Enumerable.Range(2, name.Length - 2).Select(length => name[..length]))
        .ToFrozenSet();

    /// <summary>Names that compilers or headers define without underscores in front.</summary>
    private static readonly FrozenSet<string> DefinedElsewhere =
        ("linux unix i386 NULL EOF BUFSIZ RAND_MAX INFINITY NAN HUGE_VAL HUGE_VALF HUGE_VALL NDEBUG CLOCKS_PER_SEC "
        + "EXIT_SUCCESS EXIT_FAILURE assert static_assert alloca offsetof bool true false complex errno stdin stdout stderr "
        + "isnan isinf isfinite signbit fpclassify isnormal").Split(' ').ToFrozenSet();

    private static readonly string[] ReservedBeginnings = ["__HV", "__GCC", "__GNUC", "__STDC", "__SEG", "__INTEL", "__ARM", "__VA_"];

    private static readonly string[] HeaderPrefixes =
        ["M_", "INT", "UINT", "LONG_", "LLONG_", "ULONG_", "SHRT_", "USHRT_", "CHAR_", "SCHAR_", "UCHAR_", "SIZE_", "PTRDIFF_", "DBL_", "FLT_", "LDBL_", "FP_", "SCN", "PRI"];

    public static bool IsEnvironmentDependent(string name) =>
        name[0] == '_'
        && (EnvironmentDependent.Contains(name)
            || ((name.StartsWith("__clang", StringComparison.Ordinal) || name.StartsWith("__GNUC", StringComparison.Ordinal))
                && !Predefined.Contains(name)));

    /// <summary>Whether pasting could complete this name to one that is not allowed.</summary>
    public static bool IsFragment(string name) => name[0] == '_' && Beginnings.Contains(name);

    /// <summary>
    /// Whether a file may test the name though it does not define it. <c>__cplusplus</c> is undefined for every C compiler.
    /// </summary>
    public static bool IsTestable(string name) =>
        name is "_OPENMP" or "__cplusplus" or "defined"
        || Predefined.Contains(name)
        || (name.EndsWith("__", StringComparison.Ordinal)
            && (name.StartsWith("__AVX", StringComparison.Ordinal) || name.StartsWith("__SSE", StringComparison.Ordinal)));

    /// <summary>Whether only the file itself can have defined the name.</summary>
    public static bool IsInnocuous(string name) =>
        name[0] != '_'
        && !DefinedElsewhere.Contains(name)
        && !HeaderPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Whether the name belongs to the compiler or the model library.</summary>
    public static bool IsReserved(string name) =>
        name.StartsWith("__", StringComparison.Ordinal)
        || name.StartsWith("_mm", StringComparison.Ordinal)
        || name is "_OPENMP" or "_Pragma" or "defined"
        || (name.StartsWith("HV_", StringComparison.Ordinal) && name.EndsWith("_H", StringComparison.Ordinal))
        || CTokens.Keywords.Contains(name);

    /// <summary>
    /// Whether a reserved name is one that people give macros of their own (<c>__ALIGNED</c>): of capitals, which neither
    /// keywords nor types are, and without the underscores at the end that predefined macros have.
    /// </summary>
    public static bool IsOwnInSpirit(string name) =>
        name.StartsWith("__", StringComparison.Ordinal)
        && !name.Any(char.IsAsciiLetterLower)
        && !name.EndsWith("__", StringComparison.Ordinal)
        && !ReservedBeginnings.Any(beginning => name.StartsWith(beginning, StringComparison.Ordinal));

    /// <summary>Whether a header that comes later may use the name for something of its own.</summary>
    public static bool IsUsableByHeaders(string name) => name[0] != '_' && name.Any(char.IsAsciiLetterLower);
}
