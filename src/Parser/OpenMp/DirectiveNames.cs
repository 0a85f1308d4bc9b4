using System.Collections.Frozen;

namespace HpcVerify.Parser.OpenMp;

/// <summary>The names of OpenMP 5.2 directives, and which of them govern no statement.</summary>
internal static class DirectiveNames
{
    private static readonly string[] Governing =
    [
        "parallel", "for", "simd", "for simd", "sections", "section", "single", "master", "masked", "critical", "atomic",
        "ordered", "task", "taskloop", "taskloop simd", "taskgroup", "loop", "scope", "assume", "tile", "unroll", "dispatch",
        "allocators", "parallel for", "parallel for simd", "parallel sections", "parallel master", "parallel masked",
        "parallel loop", "master taskloop", "master taskloop simd", "masked taskloop", "masked taskloop simd",
        "parallel master taskloop", "parallel master taskloop simd", "parallel masked taskloop",
        "parallel masked taskloop simd", "teams", "distribute", "distribute simd", "distribute parallel for",
        "distribute parallel for simd", "teams distribute", "teams distribute simd", "teams distribute parallel for",
        "teams distribute parallel for simd", "teams loop", "target", "target data", "target simd", "target parallel",
        "target parallel for", "target parallel for simd", "target parallel loop", "target teams", "target teams loop",
        "target teams distribute", "target teams distribute simd", "target teams distribute parallel for",
        "target teams distribute parallel for simd",
    ];

    private static readonly FrozenSet<string> StandAlone = new[]
    {
        "barrier", "taskwait", "taskyield", "flush", "cancel", "cancellation point", "scan", "depobj", "interop", "error",
        "target enter data", "target exit data", "target update",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Declarative = new[]
    {
        "declare simd", "declare reduction", "declare target", "declare variant", "declare mapper", "begin declare target",
        "begin declare variant", "end declare target", "end declare variant", "threadprivate", "requires", "allocate",
        "assumes", "begin assumes", "end assumes",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> All = Governing.Concat(StandAlone).Concat(Declarative).ToFrozenSet();

    private static readonly FrozenSet<string> Beginnings = All
        .SelectMany(name => name.Split(' ').Select((_, count) => string.Join(' ', name.Split(' ').Take(count + 1))))
        .ToFrozenSet();

    public static bool IsKnown(string name) => All.Contains(name);

    /// <summary>Whether a longer name may begin with these words.</summary>
    public static bool IsBeginning(string words) => Beginnings.Contains(words);

    public static bool IsStandAlone(string name) => StandAlone.Contains(name) || Declarative.Contains(name);

    public static bool IsDeclarative(string name) => Declarative.Contains(name);
}
