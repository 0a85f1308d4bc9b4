using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Patterns;

/// <summary>Stores that nothing reads before they are overwritten, or at all.</summary>
public sealed class DeadStore : PatternDetector
{
    private static readonly Rule Found = new(
        "HV5104", Severity.Warning, "Dead store", "what is stored in '{0}' here {1}; {2}",
        "A value is computed and lost: the variable is not read again, or only to add more to it (a partial sum that nobody adds up), or the element is overwritten before it is read, in the same turn or, "
        + "because the address does not depend on the loop's counter, in the next one. Constants and steps of counters are not looked at, and neither is a variable that is cast to `void`.");

    public override IEnumerable<Diagnostic> Find(InspectedKernel kernel) => Variables(kernel).Concat(Overwritten(kernel)).Concat(OverwrittenInNextTurn(kernel));

    private static IEnumerable<Diagnostic> Variables(InspectedKernel kernel) =>
        kernel.Nest.Reached.SelectMany(Liveness.DeadStoresIn).DistinctBy(dead => dead.Span)
            .Select(dead => Found.At(
                dead.Span, dead.Variable.Name,
                dead.IsSum ? "is only ever read to add more to it" : "is never read", dead.IsSum ? "use the sum, or delete it" : "delete the store, or use the value"));

    /// <summary>Two stores to one element with nothing between that could read it.</summary>
    private static IEnumerable<Diagnostic> Overwritten(InspectedKernel kernel)
    {
        MemoryUse? earlier = null;
        foreach (var use in kernel.Uses)
        {
            if (earlier is not null && use.IsWrite && !use.IsOptional && IsSameElement(earlier, use) && !IsCallBetween(kernel, earlier, use))
            {
                yield return Found.At(earlier.At.Statement.Span, NameOf(kernel, earlier), "is overwritten by the next store before it is read", "delete the store, or add instead of storing");
            }

            earlier = use is { IsWrite: true, IsOptional: false } ? use : null;
        }
    }

    private static bool IsSameElement(MemoryUse earlier, MemoryUse later) =>
        earlier.Address.Equals(later.Address) && earlier.Elements <= later.Elements && earlier.BytesOfElement == later.BytesOfElement
        && earlier.At.Loop == later.At.Loop && earlier.At.Conditions == later.At.Conditions && earlier.At.Region == later.At.Region;

    private static bool IsCallBetween(InspectedKernel kernel, MemoryUse earlier, MemoryUse later) => kernel.Nest.Statements.Any(at => at.Order > earlier.At.Order && at.Order < later.At.Order
        && (at.Loop != later.At.Loop || at.Statement is KernelStatement.Call or KernelStatement.Barrier or KernelStatement.Flush or KernelStatement.Label or KernelStatement.Return));

    /// <summary><code>for (kk …) { …; C[i * n + j] = sum; }</code></summary>
    private static IEnumerable<Diagnostic> OverwrittenInNextTurn(InspectedKernel kernel) =>
        from use in kernel.Uses
        where use is { IsWrite: true, IsOptional: false, At.Statement: KernelStatement.Assign, At.Loop: not null, At.Region: null }
        let buffer = kernel.ParameterOf(use.Address)
        where buffer is not null
        let loop = use.At.Loop!.Chain.FirstOrDefault(loop => loop.Shape is not null && IsLost(kernel, use, buffer, loop))
        where loop is not null
        select Found.At(use.At.Statement.Span, buffer.Name, $"is overwritten in the next turn of the loop over '{loop.Shape!.Index.Name}' before it is read", "add to the element, or store it after the loop");

    private static bool IsLost(InspectedKernel kernel, MemoryUse use, Variable buffer, NestLoop loop) =>
        loop.Shape!.Turns is null or > 1
        && (use.At.Conditions?.Chain ?? []).All(condition => !loop.Contains(condition.At.Order))
        && !kernel.ComesFrom(use.Address, node => IsChangedIn(kernel, node, loop))
        && IsOfThisTurn(kernel, ((KernelStatement.Assign)use.At.Statement).Value, loop)
        && !kernel.Uses.Any(other => !other.IsWrite && loop.Contains(other.At.Order) && kernel.BasesOf(other.Address).Contains(buffer))
        && !kernel.Nest.Statements.Any(at => loop.Contains(at.Order) && at.Statement is KernelStatement.Break or KernelStatement.Return or KernelStatement.Goto or KernelStatement.Call { Result: null });

    private static bool IsChangedIn(InspectedKernel kernel, object node, NestLoop loop) => node switch
    {
        Place.Named named => named.Variable == loop.Shape!.Index || (!IsCounterWithin(kernel, named.Variable, loop) && kernel.Nest.DefinitionsOf(named.Variable).Any(definition => loop.Contains(definition.At.Order))),
        Value.PureCall or Value.Unsupported or Definition => true,
        _ => false,
    };

    /// <summary>A counter of an inner loop takes the same values in every turn, unless what it begins with changes.</summary>
    private static bool IsCounterWithin(InspectedKernel kernel, Variable variable, NestLoop loop) =>
        kernel.Nest.Loops.Any(inner => inner != loop && loop.Contains(inner) && inner.Shape is { Lower.IsEmpty: false } shape && shape.Index == variable);

    /// <summary>Whether a value depends on the counter, and not on anything that the loop adds up from turn to turn.</summary>
    private static bool IsOfThisTurn(InspectedKernel kernel, Value value, NestLoop loop)
    {
        var variables = kernel.Nest.Behind(value).OfType<Place.Named>().Select(named => named.Variable).ToHashSet();
        return variables.Contains(loop.Shape!.Index) && variables.All(variable => variable == loop.Shape.Index || !kernel.Nest.IsDeclaredOutside(variable, loop)
            || kernel.Nest.DefinitionsOf(variable).Where(definition => loop.Contains(definition.At.Order)) is var within
                && (!within.Any() || (within.First() is { At.IsConditional: false, Value: { } first } && kernel.Nest.Behind(first).OfType<Place.Named>().All(named => named.Variable != variable))));
    }

    private static string NameOf(InspectedKernel kernel, MemoryUse use) => kernel.BasesOf(use.Address).OfType<Variable>().LastOrDefault()?.Name ?? "memory";
}
