using System.Collections.Frozen;

namespace HpcVerify.Parser.OpenMp;

/// <summary>How a clause is written.</summary>
internal enum ClauseSyntax
{
    /// <summary><c>nowait</c>.</summary>
    Word,

    /// <summary><c>ordered</c> or <c>ordered(n)</c>.</summary>
    OptionalExpression,

    /// <summary><c>num_threads(n)</c>, or with one of the form's words and a colon before the expression.</summary>
    Expression,

    /// <summary><c>num_teams(low : high)</c>.</summary>
    Bounds,

    /// <summary><c>sizes(4, 8)</c>.</summary>
    Expressions,

    /// <summary><c>schedule(monotonic: static, 4)</c>.</summary>
    Schedule,

    /// <summary><c>default(none)</c>: nothing but the form's words.</summary>
    Choice,

    /// <summary><c>private(a, b)</c>.</summary>
    List,

    /// <summary><c>lastprivate(conditional: a)</c>: the form's words may stand before a colon.</summary>
    ModifiedList,

    /// <summary><c>reduction(inscan, +: a)</c>: an operator or name has to stand before the colon.</summary>
    Reduction,

    /// <summary><c>depend(in: a[0:n])</c>: one of the form's words, and any lvalues.</summary>
    Depend,

    /// <summary><c>linear(a : step)</c> and <c>aligned(a : alignment)</c>: an expression may follow the list.</summary>
    SteppedList,
}

/// <summary>One row of the grammar of clauses (OpenMP 5.2).</summary>
internal sealed record ClauseForm(ClauseSyntax Syntax, params string[] Words)
{
    private static readonly ClauseForm Word = new(ClauseSyntax.Word);
    private static readonly ClauseForm Number = new(ClauseSyntax.Expression);
    private static readonly ClauseForm List = new(ClauseSyntax.List);
    private static readonly ClauseForm Reduction = new(ClauseSyntax.Reduction, "default", "task", "inscan");
    private static readonly ClauseForm Moved = new(ClauseSyntax.ModifiedList, "present");

    private static readonly FrozenDictionary<string, ClauseForm> ByName = new Dictionary<string, ClauseForm>
    {
        ["nowait"] = Word,
        ["untied"] = Word,
        ["mergeable"] = Word,
        ["nogroup"] = Word,
        ["simd"] = Word,
        ["threads"] = Word,
        ["seq_cst"] = Word,
        ["acq_rel"] = Word,
        ["acquire"] = Word,
        ["release"] = Word,
        ["relaxed"] = Word,
        ["read"] = Word,
        ["write"] = Word,
        ["update"] = Word,
        ["capture"] = Word,
        ["compare"] = Word,
        ["weak"] = Word,
        ["full"] = Word,
        ["ordered"] = new(ClauseSyntax.OptionalExpression),
        ["partial"] = new(ClauseSyntax.OptionalExpression),
        ["if"] = new(
            ClauseSyntax.Expression, "parallel", "simd", "task", "taskloop", "target", "data", "enter", "exit", "update", "cancel", "teams"),
        ["num_threads"] = Number,
        ["collapse"] = Number,
        ["safelen"] = Number,
        ["simdlen"] = Number,
        ["final"] = Number,
        ["priority"] = Number,
        ["thread_limit"] = Number,
        ["hint"] = Number,
        ["filter"] = Number,
        ["detach"] = Number,
        ["grainsize"] = new(ClauseSyntax.Expression, "strict"),
        ["num_tasks"] = new(ClauseSyntax.Expression, "strict"),
        ["device"] = new(ClauseSyntax.Expression, "ancestor", "device_num"),
        ["num_teams"] = new(ClauseSyntax.Bounds),
        ["sizes"] = new(ClauseSyntax.Expressions),
        ["schedule"] = new(ClauseSyntax.Schedule, "static", "dynamic", "guided", "auto", "runtime"),
        ["dist_schedule"] = new(ClauseSyntax.Schedule, "static"),
        ["default"] = new(ClauseSyntax.Choice, "none", "shared", "private", "firstprivate"),
        ["proc_bind"] = new(ClauseSyntax.Choice, "master", "primary", "close", "spread"),
        ["order"] = new(ClauseSyntax.Choice, "concurrent", "reproducible", "unconstrained"),
        ["bind"] = new(ClauseSyntax.Choice, "teams", "parallel", "thread"),
        ["fail"] = new(ClauseSyntax.Choice, "seq_cst", "acquire", "relaxed"),
        ["defaultmap"] = new(
            ClauseSyntax.Choice,
            "alloc", "to", "from", "tofrom", "firstprivate", "none", "default", "present", "scalar", "aggregate", "pointer"),
        ["private"] = List,
        ["firstprivate"] = List,
        ["shared"] = List,
        ["copyin"] = List,
        ["copyprivate"] = List,
        ["nontemporal"] = List,
        ["uniform"] = List,
        ["is_device_ptr"] = List,
        ["has_device_addr"] = List,
        ["use_device_ptr"] = List,
        ["use_device_addr"] = List,
        ["inclusive"] = List,
        ["exclusive"] = List,
        ["flush"] = List,
        ["affinity"] = List,
        ["lastprivate"] = new(ClauseSyntax.ModifiedList, "conditional"),
        ["to"] = Moved,
        ["from"] = Moved,
        ["map"] = new(
            ClauseSyntax.ModifiedList, "to", "from", "tofrom", "alloc", "release", "delete", "always", "close", "present"),
        ["reduction"] = Reduction,
        ["in_reduction"] = Reduction,
        ["task_reduction"] = Reduction,
        ["depend"] = new(ClauseSyntax.Depend, "in", "out", "inout", "mutexinoutset", "inoutset", "depobj", "source", "sink"),
        ["doacross"] = new(ClauseSyntax.Depend, "source", "sink"),
        ["linear"] = new(ClauseSyntax.SteppedList, "val", "ref", "uval"),
        ["aligned"] = new(ClauseSyntax.SteppedList),
    }.ToFrozenDictionary();

    /// <summary>The form of a clause; null when OpenMP has none of that name, or we know none.</summary>
    public static ClauseForm? Of(string clause) => ByName.GetValueOrDefault(clause);
}
