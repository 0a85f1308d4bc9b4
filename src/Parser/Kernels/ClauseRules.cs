using System.Collections.Immutable;
using HpcVerify.Parser.OpenMp;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Parser.Kernels;

/// <summary>Which clauses each construct takes, and which part of a combined directive a clause is for (OpenMP 5.2 section 17.2).</summary>
internal static class ClauseRules
{
    private static readonly Dictionary<string, ImmutableHashSet<string>> Taken = new()
    {
        ["target"] = ["device", "map", "if", "private", "firstprivate", "thread_limit"],
        ["teams"] = ["num_teams", "thread_limit", "default", "private", "firstprivate", "shared", "reduction"],
        ["distribute"] = ["private", "firstprivate", "lastprivate", "dist_schedule", "collapse"],
        ["parallel"] = ["if", "num_threads", "default", "private", "firstprivate", "shared", "copyin", "reduction", "proc_bind"],
        ["for"] = ["private", "firstprivate", "lastprivate", "linear", "reduction", "schedule", "collapse", "ordered", "nowait"],
        ["simd"] = ["safelen", "simdlen", "linear", "aligned", "private", "lastprivate", "reduction", "collapse", "nontemporal"],
        ["sections"] = ["private", "firstprivate", "lastprivate", "reduction", "nowait"],
        ["section"] = [],
        ["single"] = ["private", "firstprivate", "copyprivate", "nowait"],
        ["master"] = [],
        ["masked"] = [],
        ["critical"] = ["hint"],
        ["atomic"] = ["read", "write", "update", "capture", "relaxed", "hint"],
        ["ordered"] = ["threads", "simd"],
        ["task"] = ["if", "default", "private", "firstprivate", "shared", "priority", "depend", "final", "untied"],
        ["taskgroup"] = [],
    };

    private static readonly ImmutableHashSet<string> ReductionOperators = ["+", "-", "*", "&", "|", "^", "&&", "||", "min", "max"];

    public static bool GovernsLoops(string part) => part is "for" or "simd" or "distribute";

    /// <summary>Whether a construct says of every variable in it how it is shared, not only of those that are listed.</summary>
    public static bool SeesAllVariables(string part) => part is "parallel" or "task" or "teams" or "target";

    /// <summary>The variables in a clause's list: of an array section, the one that it begins with.</summary>
    public static IEnumerable<Expression> ItemsOf(OpenMpClause clause) =>
        clause.HasSections ? clause.Operands.Where((_, index) => index % OperandsOfSection == 0) : clause.Operands;

    private const int OperandsOfSection = 3;

    /// <summary>The constructs of a directive from the outside in; none when one of them is not modelled.</summary>
    public static ImmutableArray<string> PartsOf(OpenMpDirective directive)
    {
        var parts = directive.Name.Split(' ');
        return parts.All(Taken.ContainsKey) ? [.. parts] : [];
    }

    /// <summary>What in the clauses is not modelled; null when all is.</summary>
    public static string? ProblemOf(OpenMpDirective directive, ImmutableArray<string> parts) =>
        directive.Clauses.Select(clause => ProblemOf(clause, parts)).FirstOrDefault(problem => problem is not null);

    private static string? ProblemOf(OpenMpClause clause, ImmutableArray<string> parts) => clause switch
    {
        _ when !parts.Any(part => Taken[part].Contains(clause.Name)) => $"clause '{clause.Name}' on '{string.Join(' ', parts)}'",
        { Name: "nowait" } when parts.Contains("parallel") || parts.Contains("target") => $"clause 'nowait' on '{string.Join(' ', parts)}'",
        { HasSections: true, Name: not ("nontemporal" or "map" or "depend") } => $"array section in clause '{clause.Name}'",
        { Name: "depend", Modifiers: ["depobj" or "source" or "sink"] } => $"dependence on a '{clause.Modifiers[0]}'",
        { Name: "schedule" } when clause.Modifiers.Contains("monotonic") => "monotonic schedule",
        { Name: "reduction" } when clause.Modifiers.Length != 1 => "reduction with a modifier",
        { Name: "reduction" } when !ReductionOperators.Contains(clause.Modifiers[0]) => $"reduction by '{clause.Modifiers[0]}'",
        { Name: "lastprivate", Modifiers: [_, ..] } => "conditional lastprivate",
        { Name: "linear" } when clause.Modifiers.Contains("ref") || clause.Modifiers.Contains("uval") => "linear by reference",
        { Name: "ordered", Operands: [not Expression.IntegerLiteral] } => "ordered loop with a depth that is no literal",
        { Name: "if", Modifiers: [not "parallel" and not "task"] } => $"clause 'if({clause.Modifiers[0]}: …)'",
        _ => null,
    };

    /// <summary>
    /// How a clause shares its variables on one part of a directive; null when that part does not see it. What an inner
    /// part copies in, out or together, the <c>parallel</c> around it shares.
    /// </summary>
    public static Sharing? SharingOn(string part, ImmutableArray<string> parts, OpenMpClause clause, Func<Value> step)
    {
        var isInnermost = part == parts.Last(candidate => Taken[candidate].Contains(clause.Name) || candidate == parts[0]);
        var isAround = part is "parallel" or "teams" or "target" && part != parts[^1];
        var isTaken = Taken[part].Contains(clause.Name);
        return clause.Name switch
        {
            "shared" when isTaken => new Sharing.Shared(),
            "private" when isTaken && isInnermost => new Sharing.Private(),
            "firstprivate" when isTaken && isInnermost => new Sharing.FirstPrivate(),
            "copyin" when isTaken => new Sharing.CopyIn(),
            "copyprivate" when isTaken => new Sharing.CopyPrivate(),
            "lastprivate" when isTaken => new Sharing.LastPrivate(),
            "map" when isTaken => new Sharing.Shared(),
            "reduction" when isTaken && (part != "parallel" || !isAround || isInnermost) => new Sharing.Reduction(clause.Modifiers[0]),
            "linear" when isTaken && isInnermost => new Sharing.Linear(step()),
            "linear" when isTaken => new Sharing.FirstLastPrivate(),
            "firstprivate" or "lastprivate" or "reduction" or "linear" when isAround => new Sharing.Shared(),
            _ => null,
        };
    }
}
