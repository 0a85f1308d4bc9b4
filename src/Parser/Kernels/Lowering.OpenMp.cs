using System.Collections.Immutable;
using HpcVerify.Parser.OpenMp;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Parser.Kernels;

public sealed partial class Lowering
{
    private void LowerDirective(Statement.Directive directive)
    {
        var content = directive.Content;
        switch (content.Name)
        {
            case "barrier":
                Emit(new KernelStatement.Barrier(content.Span));
                return;
            case "taskwait" when content.Clauses.IsEmpty:
                Emit(new KernelStatement.TaskWait(content.Span));
                return;
            case "taskwait" when content.Clauses.All(clause => clause is { Name: "depend", Modifiers: [not ("depobj" or "source" or "sink")] }):
                Emit(new KernelStatement.Region(TaskOf(content, new Value.IntegerConstant(0, Int, content.Span)), [], new([], content.Span), content.Span));
                return;
            case "ordered" when directive.Body is null && content.Clauses.All(clause => clause.Name is "depend" or "doacross"):
                // It orders turns; which of them is not modelled, so that it stands for an ordered part with nothing in it.
                Emit(new KernelStatement.Region(new Construct.Ordered(), [], new([], content.Span), content.Span));
                return;
            case "taskyield":
                Emit(new KernelStatement.TaskYield(content.Span));
                return;
            case "flush":
                Emit(new KernelStatement.Flush(
                    [.. content.Clauses.SelectMany(clause => clause.Operands).OfType<Expression.Reference>().Select(item => _scope.VariableOf(item.Symbol))],
                    content.Span));
                return;
            case "threadprivate":
                return;
            case "target data" when directive.Body is { } body && content.Clauses.All(clause => clause.Name is "map" or "device" or "if"):
                Emit(new KernelStatement.Region(new Construct.TargetRegion(), [], BlockOf(body), directive.Span));
                return;
            default:
                LowerConstruct(directive, ClauseRules.PartsOf(content));
                return;
        }
    }

    private void LowerConstruct(Statement.Directive directive, ImmutableArray<string> parts)
    {
        var content = directive.Content;
        if (parts.IsEmpty || directive.Body is not { } body)
        {
            EmitUnsupported(directive.Span, $"directive '{content.Name}'");
            return;
        }

        var depth = References.DepthOf(content);
        var nest = parts.Any(ClauseRules.GovernsLoops) ? LoopNest.At(body, depth) : new([], null);
        var problem = ClauseRules.ProblemOf(content, parts) ?? nest.Problem ?? UndecidedVariable(content, parts, body);
        if (problem is not null)
        {
            EmitUnsupported(directive.Span, problem);
            return;
        }

        LowerPart(content, parts, 0, nest.Indices, body);
    }

    /// <summary>
    /// The specification wants every variable listed under <c>default(none)</c>, and static ones under
    /// <c>default(private)</c> and <c>default(firstprivate)</c>; gcc rejects a kernel that leaves one out.
    /// </summary>
    private string? UndecidedVariable(OpenMpDirective directive, ImmutableArray<string> parts, Statement body)
    {
        var fallback = directive.Named("default").Select(clause => clause.Modifiers[0]).FirstOrDefault("shared");
        if (fallback == "shared")
        {
            return null;
        }

        var listed = directive.Clauses.SelectMany(clause => clause.Operands).OfType<Expression.Reference>().Select(item => item.Symbol).ToHashSet();
        var undecided = References.Of(body, parts[1..], directive)
            .FirstOrDefault(symbol => !listed.Contains(symbol) && (fallback == "none" || symbol.Storage != StorageKind.Automatic)
                && Determined(_scope.VariableOf(symbol), directive) is null);
        return undecided is null ? null : $"'{undecided.Name}' without data sharing under 'default({fallback})'";
    }

    /// <summary>
    /// <code>#pragma omp parallel for num_threads(4) schedule(static)      ⟶      #pragma omp parallel num_threads(4)
    ///                                                                       #pragma omp for schedule(static)</code>
    /// </summary>
    private void LowerPart(OpenMpDirective directive, ImmutableArray<string> parts, int level, ImmutableArray<Symbol> indices, Statement body)
    {
        var part = parts[level];
        var construct = ConstructOf(directive, part, body);
        if (construct is null)
        {
            EmitUnsupported(directive.Span, "body of 'atomic'");
            return;
        }

        var sharing = SharingOf(directive, parts, level, indices, body);
        _environments.Add(new(sharing.ToDictionary(item => item.Variable, item => item.Sharing), ClauseRules.SeesAllVariables(part)));
        var block = Captured(() => LowerGoverned(directive, parts, level, indices, body), body.Span);
        _environments.RemoveAt(_environments.Count - 1);
        if (level == parts.Length - 1 && LoopNest.ProblemOf(block, indices.Length) is { } problem)
        {
            EmitUnsupported(directive.Span, problem);
            return;
        }

        Emit(new KernelStatement.Region(construct, WithSteps(sharing, block), block, directive.Span));
    }

    private void LowerGoverned(OpenMpDirective directive, ImmutableArray<string> parts, int level, ImmutableArray<Symbol> indices, Statement body)
    {
        if (level + 1 < parts.Length)
        {
            LowerPart(directive, parts, level + 1, indices, body);
            return;
        }

        switch (parts[level])
        {
            case "for" or "simd" or "distribute":
                LowerGovernedLoop(directive, parts[level], body);
                break;
            case "sections":
                LowerSections(body);
                break;
            case "atomic" when directive.Named("capture").Any():
                LowerCapture(body);
                break;
            default:
                LowerContents(body);
                break;
        }
    }

    private void LowerGovernedLoop(OpenMpDirective directive, string part, Statement body)
    {
        while (body is Statement.Compound { Statements: [var only] })
        {
            body = only;
        }

        var limit = directive.Named("safelen").SelectMany(clause => clause.Operands).Select(ValueOf).ToImmutableArray();
        LowerLoop(body, part == "simd" ? [new(PromiseKind.SimdLoop, "omp simd", limit, directive.Span), .. AlignedPromises(directive)] : []);
    }

    private IEnumerable<Promise> AlignedPromises(OpenMpDirective directive) =>
        from clause in directive.Named("aligned")
        let hasAlignment = clause.Modifiers.Contains("alignment")
        from item in hasAlignment ? clause.Operands[..^1] : clause.Operands
        select new Promise(
            PromiseKind.Aligned, "omp aligned", [ValueOf(item), .. hasAlignment ? [ValueOf(clause.Operands[^1])] : Array.Empty<Value>()], clause.Span);

    /// <summary>A simd loop's index grows by the loop's own step.</summary>
    private static ImmutableArray<DataSharing> WithSteps(ImmutableArray<DataSharing> sharing, KernelStatement.Block body) =>
    [
        .. sharing.Select(item => item is { Sharing: Sharing.Linear, Origin: SharingOrigin.Predetermined }
            && body.Statements is [KernelStatement.Loop { Counted: { IsDecreasing: false } shape }]
                ? item with { Sharing = new Sharing.Linear(shape.Step) }
                : item),
    ];

    /// <summary><code>{ a; #pragma omp section { b } }      ⟶      section { a }   section { b }</code></summary>
    private void LowerSections(Statement body)
    {
        foreach (var statement in body is Statement.Compound compound ? compound.Statements : [body])
        {
            if (statement is Statement.Directive { Content.Name: "section", Body: { } section })
            {
                Emit(new KernelStatement.Region(new Construct.Section(), [], BlockOf(section), statement.Span));
            }
            else if (_statements.Count == 0)
            {
                Emit(new KernelStatement.Region(new Construct.Section(), [], BlockOf(statement), statement.Span));
            }
            else
            {
                EmitUnsupported(statement.Span, "statement between sections");
            }
        }
    }
}
