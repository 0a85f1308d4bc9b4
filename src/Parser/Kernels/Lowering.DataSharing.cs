using System.Collections.Immutable;
using HpcVerify.Parser.OpenMp;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Parser.Kernels;

public sealed partial class Lowering
{
    /// <summary>What the regions around the current statement say of variables, innermost last.</summary>
    private readonly List<Environment> _environments = [];

    /// <summary>One region's word on its variables. A boundary makes or captures variables; others pass on what they do not list.</summary>
    private sealed record Environment(Dictionary<Variable, Sharing> Listed, bool IsBoundary);

    /// <summary>
    /// Everything the part of a directive says of its variables: predetermined first, then listed, then by default
    /// (OpenMP 5.2 sections 5.1.1 and 5.1.2).
    /// </summary>
    private ImmutableArray<DataSharing> SharingOf(
        OpenMpDirective directive, ImmutableArray<string> parts, int level, ImmutableArray<Symbol> indices, Statement? body)
    {
        var part = parts[level];
        var table = new Dictionary<Variable, DataSharing>();
        AddListed(table, directive, parts, part);
        AddIndices(table, part, indices);
        if (ClauseRules.SeesAllVariables(part))
        {
            var fallback = directive.Named("default").Select(clause => clause.Modifiers[0]).FirstOrDefault("");
            foreach (var symbol in References.Of(body, parts[(level + 1)..], directive))
            {
                var variable = _scope.VariableOf(symbol);
                table[variable] = Determined(variable, directive) ?? table.GetValueOrDefault(variable)
                    ?? Implied(variable, part, part == "target" ? "" : fallback);
            }
        }

        return [.. table.Values.OrderBy(sharing => sharing.Variable.Name, StringComparer.Ordinal)];
    }

    private void AddListed(Dictionary<Variable, DataSharing> table, OpenMpDirective directive, ImmutableArray<string> parts, string part)
    {
        foreach (var clause in directive.Clauses)
        {
            var hasStep = clause.Modifiers.Contains("step");
            var sharing = ClauseRules.SharingOn(
                part, parts, clause, () => hasStep ? ValueOf(clause.Operands[^1]) : new Value.IntegerConstant(1, Int, clause.Span));
            var items = sharing is null ? [] : hasStep ? clause.Operands[..^1] : ClauseRules.ItemsOf(clause);
            foreach (var variable in items.OfType<Expression.Reference>().Select(item => _scope.VariableOf(item.Symbol)))
            {
                if (clause is { Name: "map", HasSections: true } && variable.Type is CType.Pointer)
                {
                    continue;
                }

                table[variable] = new(variable, Joined(table.GetValueOrDefault(variable)?.Sharing, sharing!), SharingOrigin.Explicit);
            }
        }
    }

    private static Sharing Joined(Sharing? earlier, Sharing sharing) => (earlier, sharing) switch
    {
        (Sharing.FirstPrivate, Sharing.LastPrivate) or (Sharing.LastPrivate, Sharing.FirstPrivate) => new Sharing.FirstLastPrivate(),
        _ => sharing,
    };

    /// <summary>The indices of the governed loops: private in <c>for</c>, linear or lastprivate in <c>simd</c>.</summary>
    private void AddIndices(Dictionary<Variable, DataSharing> table, string part, ImmutableArray<Symbol> indices)
    {
        foreach (var variable in ClauseRules.GovernsLoops(part) ? indices.Select(_scope.VariableOf) : [])
        {
            Sharing sharing = part != "simd" ? new Sharing.Private()
                : indices.Length > 1 ? new Sharing.LastPrivate()
                : new Sharing.Linear(new Value.IntegerConstant(1, Int, default));
            table.TryAdd(variable, new(variable, sharing, SharingOrigin.Predetermined));
        }
    }

    private DataSharing? Determined(Variable variable, OpenMpDirective directive)
    {
        if (variable.Storage == StorageKind.ThreadLocal || (variable.Storage != StorageKind.Automatic && _scope.ThreadPrivate.Contains(variable.Symbol?.Name ?? "")))
        {
            var isCopied = directive.Named("copyin").SelectMany(clause => clause.Operands)
                .Any(operand => operand is Expression.Reference reference && reference.Symbol == variable.Symbol);
            return isCopied
                ? new(variable, new Sharing.CopyIn(), SharingOrigin.Explicit)
                : new(variable, new Sharing.ThreadPrivate(), SharingOrigin.Predetermined);
        }

        return variable.Storage == StorageKind.Static && directive.Span.CompareTo(variable.Symbol!.Span) < 0
            ? new(variable, new Sharing.Shared(), SharingOrigin.Predetermined)
            : null;
    }

    private DataSharing Implied(Variable variable, string part, string fallback)
    {
        var isGlobal = variable.Storage != StorageKind.Automatic;
        Sharing sharing = fallback switch
        {
            "private" => new Sharing.Private(),
            "firstprivate" => new Sharing.FirstPrivate(),
            "" when part == "task" && !isGlobal && !IsSharedAround(variable) => new Sharing.FirstPrivate(),
            "" when part == "target" && IsCopiedToDevices(variable.Type) => new Sharing.FirstPrivate(),
            _ => new Sharing.Shared(),
        };
        return new(variable, sharing, SharingOrigin.Implicit);
    }

    /// <summary>Whether a device has a copy of its own of a variable that no clause maps (OpenMP 5.2 section 5.8.1).</summary>
    private static bool IsCopiedToDevices(CType type) => type is CType.Integer or CType.Boolean or CType.Enumeration or CType.Floating or CType.Complex or CType.Pointer;

    /// <summary>Whether all implicit tasks of the innermost team share a variable.</summary>
    private bool IsSharedAround(Variable variable)
    {
        for (var index = _environments.Count - 1; index >= 0; index--)
        {
            var environment = _environments[index];
            if (environment.Listed.TryGetValue(variable, out var sharing))
            {
                return sharing is Sharing.Shared;
            }

            if (environment.IsBoundary)
            {
                return false;
            }
        }

        return false;
    }
}
