using System.Text.RegularExpressions;

namespace HpcVerify.Benchmarks;

/// <summary>
/// The five techniques as a regex detector finds them, which is what the paper uses (its section III-B); its patterns are not
/// published. These were written to find every technique in the kernels of its Figs. 9 to 14, and no other there.
/// </summary>
internal static partial class RegexTechniques
{
    public static readonly IReadOnlyDictionary<string, Func<string, bool>> All = new Dictionary<string, Func<string, bool>>
    {
        ["register-blocking"] = HasSeveralAccumulators,
        ["cache-blocking"] = text => TileStep().IsMatch(text),
        ["simd"] = text => Vector().IsMatch(text),
        ["openmp-threads"] = text => OpenMp().IsMatch(text),
        ["prefetch"] = text => Prefetch().IsMatch(text),
    };

    /// <summary>Two names that are added to in themselves, or a local array of vectors.</summary>
    private static bool HasSeveralAccumulators(string text) =>
        VectorArray().IsMatch(text) || Accumulation().Matches(text).Select(match => match.Groups["name"].Value).Distinct().Count() > 1;

    [GeneratedRegex("""__m(?:128|256|512)[di]?\s+\w+\s*\[\s*\d+\s*\]""")]
    private static partial Regex VectorArray();

    [GeneratedRegex("""\b(?<name>\w+)\s*(?:\+=|=\s*_mm\w*_(?:fmadd|add)_p[sd]\([^;]*\b\k<name>\b)""")]
    private static partial Regex Accumulation();

    [GeneratedRegex("""for\s*\([^;]*;[^;]*;\s*(?<index>\w+)\s*\+=\s*(?:\d{2,}|[A-Z][A-Z0-9_]*|\w*(?:block|tile|bs)\w*)\s*\)(?s:.*?)for\s*\([^;=]*=\s*\k<index>\s*;""", RegexOptions.IgnoreCase)]
    private static partial Regex TileStep();

    [GeneratedRegex("""_mm(?:256|512)?_|\b__m(?:128|256|512)|#\s*pragma\s+omp\s[^\n]*\bsimd\b""")]
    private static partial Regex Vector();

    [GeneratedRegex("""#\s*pragma\s+omp\b""")]
    private static partial Regex OpenMp();

    [GeneratedRegex("""_mm_prefetch|__builtin_prefetch""")]
    private static partial Regex Prefetch();
}
