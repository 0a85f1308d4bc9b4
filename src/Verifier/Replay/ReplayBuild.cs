using System.Collections.Immutable;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Verifier.Replay;

/// <summary>One way of building a replay program, and the environment it runs in.</summary>
/// <param name="Flags">Flags of the compiler; those that choose the instruction set and OpenMP are the scoring compiler's.</param>
/// <param name="NeedsProcessFiles">Whether the runtime reads its own <c>/proc</c>.</param>
public sealed record ReplayBuild(string Name, string CompilerPath, ImmutableArray<string> Flags, ImmutableSortedDictionary<string, string> Environment, bool NeedsProcessFiles)
{
    private const string ThreadTool = "/usr/lib/llvm-19/lib/libarcher.so";

    private static readonly ImmutableArray<int> Versions = [19, 20, 21, 22, 18, 17];

    // clang's sanitizer sees masked AVX-512 accesses; gcc 12's does not. Unoptimised, because what is read in vain is still read.
    private static readonly ImmutableArray<string> Common = ["-g", "-march=native", "-fopenmp", "-std=gnu17", "-w"];

    // The affinity and symbolizer of these runtimes need system calls that the sandbox forbids.
    private static readonly ImmutableSortedDictionary<string, string> Quiet = ImmutableSortedDictionary<string, string>.Empty
        .Add("KMP_AFFINITY", "disabled").Add("OMP_STACKSIZE", "8M");

    public string Command => CommandFor("replay.c");

    /// <summary>The same for a program in a file of that name.</summary>
    public string CommandFor(string file) => $"{Path.GetFileName(CompilerPath)} {string.Join(' ', Flags)} {file} -lm";

    /// <summary>Addresses and undefined behaviour in one program.</summary>
    public static ReplayBuild Sanitizers(string compiler) => new(
        $"the sanitizers of {Path.GetFileName(compiler)}", compiler, ["-O0", .. Common, "-fsanitize=address,undefined"],
        Quiet.Add("ASAN_OPTIONS", "detect_leaks=0:symbolize=0:handle_abort=1:handle_sigill=1:handle_sigtrap=1").Add("UBSAN_OPTIONS", "symbolize=0"), false);

    /// <summary>The same, whose programs end at the first complaint.</summary>
    public ReplayBuild Stopping => this with { Flags = Flags.Add("-fno-sanitize-recover=all") };

    /// <summary>Races, with the runtime's own account of what OpenMP orders.</summary>
    public static ReplayBuild Threads(string clang) => new(
        $"the ThreadSanitizer of {Path.GetFileName(clang)}", clang, ["-O1", .. Common, "-fsanitize=thread"],
        Quiet.Add("TSAN_OPTIONS", "ignore_noninstrumented_modules=1:symbolize=0").Add("OMP_TOOL_LIBRARIES", ThreadTool), true);

    /// <summary>The results, without contraction, as the abstract machine has them.</summary>
    public static ReplayBuild Value(string gcc) => new(
        $"the results of {Path.GetFileName(gcc)}", gcc, ["-O2", .. Common, "-ffp-contract=off"],
        // Fresh memory that holds what no kernel expects.
        Quiet.Add("MALLOC_PERTURB_", "1"), false);

    /// <summary>clang with OpenMP, or null; the newest packages come first that this program's own front end knows.</summary>
    public static string? FindClang() =>
        Versions.Select(version => $"/usr/bin/clang-{version}").FirstOrDefault(File.Exists);

    /// <summary>Whether races can be told from what OpenMP orders.</summary>
    public static bool KnowsOrder => File.Exists(ThreadTool);
}
