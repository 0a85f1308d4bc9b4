using HpcVerify.Detectors.Policy;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.OpenMp;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Detectors.Integrity;

/// <summary>OpenMP work that need not be done when the kernel returns.</summary>
public sealed class WorkAfterTheCall : Detector
{
    private static readonly Rule Found = new(
        "HV7214", Severity.Error, "Work left running", "{0} can still run when the kernel has returned",
        "A task that is detached ends when an event is fulfilled, by anybody and at any time, and a target region with 'nowait' goes on by itself. Time is taken at the return, so the work would be free. Reported are the clause 'detach', 'nowait' on a target construct "
        + "and functions that fulfil events or start work on a device. Tasks, 'nowait' on a shared-out loop and 'nogroup' are no findings: the barrier at the end of the parallel region waits for them. Let a task end with its body.");

    internal static readonly NameSet Functions = NameSet.Of("omp_fulfill_event omp_target_memcpy_async omp_target_memcpy_rect_async omp_pause_resource omp_pause_resource_all");

    public override IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context) =>
        Clauses(tree).Select(place => Found.At(place.Span, place.What))
            .Concat(ForeignFunction.In(tree, context, Functions).Select(function => Found.At(function.Span, $"what '{function.Symbol.Name}' concerns")));

    private static IEnumerable<(TextSpan Span, string What)> Clauses(SyntaxTree tree) =>
        from directive in tree.All<Statement.Directive>()
        from clause in directive.Content.Clauses
        where clause.Name == "detach" || (clause.Name == "nowait" && directive.Content.Name.StartsWith("target", StringComparison.Ordinal))
        select (clause.Span, $"'{directive.Content.Name}' with '{clause.Name}'");
}
