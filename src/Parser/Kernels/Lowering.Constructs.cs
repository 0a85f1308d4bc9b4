using HpcVerify.Parser.OpenMp;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Parser.Kernels;

public sealed partial class Lowering
{
    private Construct? ConstructOf(OpenMpDirective directive, string part, Statement body) => part switch
    {
        "parallel" => new Construct.Parallel(OperandOf(directive, "num_threads"), OperandOf(directive, "if")),
        "target" => new Construct.TargetRegion(),
        "teams" => new Construct.Teams(LastOperandOf(directive, "num_teams"), OperandOf(directive, "thread_limit")),
        "distribute" => new Construct.Distribute((int)References.CollapseOf(directive), ScheduleOf(directive, "dist_schedule")),
        "for" => new Construct.WorksharingLoop(
            (int)References.CollapseOf(directive), ScheduleOf(directive, "schedule"), directive.Named("ordered").Any(), directive.Named("nowait").Any()),
        "simd" => new Construct.Simd((int)References.CollapseOf(directive), OperandOf(directive, "safelen"), OperandOf(directive, "simdlen")),
        "sections" => new Construct.Sections(directive.Named("nowait").Any()),
        "section" => new Construct.Section(),
        "single" => new Construct.Single(directive.Named("nowait").Any()),
        "master" or "masked" => new Construct.Master(),
        "critical" => new Construct.Critical(directive.Argument ?? ""),
        "ordered" => new Construct.Ordered(),
        "task" => TaskOf(directive, OperandOf(directive, "if")),
        "taskgroup" => new Construct.TaskGroup(),
        _ => AtomicOf(directive, body),
    };

    /// <summary>The value of a clause; its effects, if it has any, come before the region.</summary>
    private Value? OperandOf(OpenMpDirective directive, string clause) =>
        directive.Named(clause).SelectMany(found => found.Operands).Select(operand => clause == "if" ? ConditionOf(operand) : FullValueOf(operand)).FirstOrDefault();

    private Construct.Task TaskOf(OpenMpDirective directive, Value? condition) =>
        new(condition, [.. directive.Named("depend").SelectMany(DependencesOf)], directive.Named("final").Any());

    private IEnumerable<Dependence> DependencesOf(OpenMpClause clause)
    {
        var kind = clause.Modifiers[0] switch
        {
            "in" => DependenceKind.In,
            "mutexinoutset" => DependenceKind.MutuallyExclusive,
            "inoutset" => DependenceKind.InOutSet,
            _ => DependenceKind.Out,
        };
        var items = ClauseRules.ItemsOf(clause).ToList();
        return clause.HasSections
            ? items.Select((item, index) => new Dependence(kind, ElementOf(item, clause.Operands[(index * (clause.Operands.Length / items.Count)) + 1])))
            : items.Select(item => new Dependence(kind, PlaceOf(item)));
    }

    private Place ElementOf(Expression array, Expression index)
    {
        var element = array.Type switch
        {
            CType.Array known => known.Element,
            CType.VariableArray variable => variable.Element,
            CType.Pointer pointer => pointer.Pointee,
            _ => null,
        };
        return element is null ? UnsupportedPlace(array, "section of what is no array")
            : array.Type is CType.Pointer ? new Place.Element(ValueOf(array), ValueOf(index), element, array.Span)
            : new Place.Element(new Value.Decay(PlaceOf(array), new CType.Pointer(element, Qualifiers.None), array.Span), ValueOf(index), element, array.Span);
    }

    /// <summary>The upper bound of <c>num_teams(low : high)</c>, or the only one.</summary>
    private Value? LastOperandOf(OpenMpDirective directive, string clause) =>
        directive.Named(clause).SelectMany(found => found.Operands).Select(FullValueOf).LastOrDefault();

    private Schedule ScheduleOf(OpenMpDirective directive, string clause)
    {
        var kind = directive.Named(clause).Select(found => found.Modifiers[^1]).FirstOrDefault("") switch
        {
            "static" => ScheduleKind.Static,
            "dynamic" => ScheduleKind.Dynamic,
            "guided" => ScheduleKind.Guided,
            "auto" => ScheduleKind.Auto,
            "runtime" => ScheduleKind.Runtime,
            _ => ScheduleKind.Unspecified,
        };
        return new(kind, OperandOf(directive, clause));
    }

    private Construct.Atomic? AtomicOf(OpenMpDirective directive, Statement body)
    {
        var kind = directive.Named("read").Any() ? AtomicKind.Read
            : directive.Named("write").Any() ? AtomicKind.Write
            : directive.Named("capture").Any() ? AtomicKind.Capture
            : AtomicKind.Update;
        return AtomicTarget(kind, body) is { } target && !Sequencing.HasEffects(target) ? new(kind, PlaceOf(target)) : null;
    }

    /// <summary>The place an atomic construct is about (OpenMP 5.2 section 15.8.4).</summary>
    private static Expression? AtomicTarget(AtomicKind kind, Statement body) => (kind, body) switch
    {
        (AtomicKind.Read, Statement.Evaluate { Expression: Expression.Assignment { Operator: null } read }) => SyntaxParts.Unconverted(read.Value),
        (AtomicKind.Write, Statement.Evaluate { Expression: Expression.Assignment { Operator: null } write }) => write.Target,
        (AtomicKind.Update, Statement.Evaluate { Expression: var update }) => Updated(update),
        (AtomicKind.Update, Statement.Compound { Statements: [Statement.Evaluate { Expression: var update }] }) => Updated(update),
        (AtomicKind.Capture, Statement.Evaluate { Expression: Expression.Assignment { Operator: null } capture }) =>
            Updated(SyntaxParts.Unconverted(capture.Value)),
        (AtomicKind.Capture, Statement.Compound { Statements: [Statement.Evaluate first, Statement.Evaluate second] }) =>
            Updated(second.Expression) is { } last && IsReadOf(first.Expression, last) ? last
            : Updated(first.Expression) is { } earlier && IsReadOf(second.Expression, earlier) ? earlier
            : null,
        _ => null,
    };

    /// <summary>
    /// <code>v = x++;      ⟶      v = x;   x++;             v = x op= e;      ⟶      x op= e;   v = x;</code>
    /// The two forms of a capture are one here (OpenMP 5.2 section 15.8.4).
    /// </summary>
    private void LowerCapture(Statement body)
    {
        if (body is not Statement.Evaluate { Expression: Expression.Assignment capture })
        {
            LowerContents(body);
            return;
        }

        var update = SyntaxParts.Unconverted(capture.Value);
        var target = Updated(update)!;
        var read = new Statement.Evaluate(capture with { Value = WithOperand(capture.Value, target) }, capture.Span);
        var change = new Statement.Evaluate(update, update.Span);
        var isReadFirst = update is Expression.Unary { Operator: UnaryOperator.PostIncrement or UnaryOperator.PostDecrement };
        LowerContents(new Statement.Compound(isReadFirst ? [read, change] : [change, read], body.Span));
    }

    private static Expression WithOperand(Expression converted, Expression operand) =>
        converted is Expression.Cast { IsImplicit: true } cast ? cast with { Operand = WithOperand(cast.Operand, operand) } : operand;

    private static Expression? Updated(Expression update) => update switch
    {
        Expression.Unary unary when SyntaxParts.IsIncrement(unary.Operator) => unary.Operand,
        Expression.Assignment { Operator: not null } compound => compound.Target,
        Expression.Assignment { Value: var value } assignment when SyntaxParts.Unconverted(value) is Expression.Binary binary
            && (IsSamePlace(binary.Left, assignment.Target) || IsSamePlace(binary.Right, assignment.Target)) => assignment.Target,
        _ => null,
    };

    private static bool IsReadOf(Expression expression, Expression place) =>
        expression is Expression.Assignment { Operator: null } read && IsSamePlace(read.Value, place);

    /// <summary>Whether two places are spelled alike, conversions aside.</summary>
    private static bool IsSamePlace(Expression left, Expression right) => (SyntaxParts.Unconverted(left), SyntaxParts.Unconverted(right)) switch
    {
        (Expression.Reference first, Expression.Reference second) => first.Symbol == second.Symbol,
        (Expression.IntegerLiteral first, Expression.IntegerLiteral second) => first.Value == second.Value,
        (Expression.Subscript first, Expression.Subscript second) => IsSamePlace(first.Base, second.Base) && IsSamePlace(first.Index, second.Index),
        (Expression.Member first, Expression.Member second) => first.Field == second.Field && IsSamePlace(first.Base, second.Base),
        (Expression.Unary first, Expression.Unary second) => first.Operator == second.Operator && IsSamePlace(first.Operand, second.Operand),
        (Expression.Binary first, Expression.Binary second) =>
            first.Operator == second.Operator && IsSamePlace(first.Left, second.Left) && IsSamePlace(first.Right, second.Right),
        _ => false,
    };
}
