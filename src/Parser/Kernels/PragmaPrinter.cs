using System.Globalization;

namespace HpcVerify.Parser.Kernels;

/// <summary>Constructs as OpenMP directives, with the data sharing that was resolved; what is predetermined is a comment.</summary>
internal static class PragmaPrinter
{
    public static string Print(KernelStatement.Region region) =>
        $"#pragma omp {Name(region.Construct)}{Sharing(region)}";

    /// <summary><c>for</c> directly around <c>simd</c>, which C can only say in one directive.</summary>
    public static string PrintComposite(KernelStatement.Region loop, KernelStatement.Region simd)
    {
        var inner = simd.Sharing.ToDictionary(item => item.Variable);
        var outer = loop.Sharing.Where(item => item.Origin == SharingOrigin.Explicit && !(inner.GetValueOrDefault(item.Variable)?.Sharing is Kernels.Sharing.Linear))
            .ToDictionary(item => item.Variable);
        var joined = loop with { Sharing = [.. outer.Values, .. simd.Sharing.Where(item => !outer.ContainsKey(item.Variable))] };
        var limits = Name(((Construct.Simd)simd.Construct) with { CollapseDepth = 1 })["simd".Length..];
        return $"#pragma omp for simd{Name(loop.Construct)["for".Length..]}{limits}{Sharing(joined)}";
    }

    private static string Name(Construct construct) => construct switch
    {
        Construct.Parallel parallel => $"parallel{Clause("num_threads", parallel.ThreadCount)}{Clause("if", parallel.Condition)}",
        Construct.TargetRegion => "target",
        Construct.Teams teams => $"teams{Clause("num_teams", teams.TeamCount)}{Clause("thread_limit", teams.ThreadLimit)}",
        Construct.Distribute distribute => $"distribute{Collapse(distribute.CollapseDepth)}{Print("dist_schedule", distribute.Schedule)}",
        Construct.WorksharingLoop loop =>
            $"for{Collapse(loop.CollapseDepth)}{Print("schedule", loop.Schedule)}{(loop.IsOrdered ? " ordered" : "")}{NoWait(loop.HasNoWait)}",
        Construct.Simd simd => $"simd{Collapse(simd.CollapseDepth)}{Clause("safelen", simd.SafeLength)}{Clause("simdlen", simd.SimdLength)}",
        Construct.Sections sections => $"sections{NoWait(sections.HasNoWait)}",
        Construct.Section => "section",
        Construct.Single single => $"single{NoWait(single.HasNoWait)}",
        Construct.Master => "master",
        Construct.Critical critical => critical.Name.Length > 0 ? $"critical ({critical.Name})" : "critical",
        Construct.Atomic atomic => $"atomic {Word(atomic.Kind)} /* {ValuePrinter.Print(atomic.Target)} */",
        Construct.Ordered => "ordered",
        Construct.Task task => $"task{Clause("if", task.Condition)}{string.Concat(task.Dependences.Select(item => $" depend({Word(item.Kind)}: {ValuePrinter.Print(item.Item)})"))}",
        Construct.TaskGroup => "taskgroup",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Sharing(KernelStatement.Region region)
    {
        var groups = region.Sharing.GroupBy(item => (Words: Words(item.Sharing), IsSaid: item.Origin != SharingOrigin.Predetermined));
        return string.Concat(groups
            .OrderByDescending(group => group.Key.IsSaid).ThenBy(group => group.Key.Words.Clause, StringComparer.Ordinal)
            .Select(group => Print(group.Key.Words, group.Key.IsSaid, string.Join(", ", group.Select(item => item.Variable.Name)))));
    }

    private static string Print((string Clause, string Before, string After) words, bool isSaid, string names)
    {
        var clause = words.Clause == "firstprivate lastprivate"
            ? $"firstprivate({names}) lastprivate({names})"
            : $"{words.Clause}({words.Before}{names}{words.After})";
        return isSaid ? $" {clause}" : $" /* {clause} */";
    }

    private static (string Clause, string Before, string After) Words(Sharing sharing) => sharing switch
    {
        Kernels.Sharing.Shared => ("shared", "", ""),
        Kernels.Sharing.Private => ("private", "", ""),
        Kernels.Sharing.FirstPrivate => ("firstprivate", "", ""),
        Kernels.Sharing.LastPrivate => ("lastprivate", "", ""),
        Kernels.Sharing.FirstLastPrivate => ("firstprivate lastprivate", "", ""),
        Kernels.Sharing.Reduction reduction => ("reduction", $"{reduction.Operator}: ", ""),
        Kernels.Sharing.Linear linear => ("linear", "", $": {ValuePrinter.Bare(linear.Step)}"),
        Kernels.Sharing.ThreadPrivate => ("threadprivate", "", ""),
        Kernels.Sharing.CopyIn => ("copyin", "", ""),
        _ => ("copyprivate", "", ""),
    };

    private static string Clause(string name, Value? value) => value is null ? "" : $" {name}({ValuePrinter.Bare(value)})";

    private static string Collapse(int depth) => depth > 1 ? string.Create(CultureInfo.InvariantCulture, $" collapse({depth})") : "";

    private static string NoWait(bool hasNoWait) => hasNoWait ? " nowait" : "";

    private static string Print(string clause, Schedule schedule) => schedule.Kind == ScheduleKind.Unspecified
        ? ""
        : $" {clause}({Word(schedule.Kind)}{(schedule.Chunk is { } chunk ? $", {ValuePrinter.Bare(chunk)}" : "")})";

    private static string Word(DependenceKind kind) => kind switch
    {
        DependenceKind.In => "in",
        DependenceKind.Out => "inout",
        DependenceKind.MutuallyExclusive => "mutexinoutset",
        _ => "inoutset",
    };

    private static string Word<T>(T kind)
        where T : struct, Enum => string.Concat(kind.ToString().Select(char.ToLowerInvariant));
}
