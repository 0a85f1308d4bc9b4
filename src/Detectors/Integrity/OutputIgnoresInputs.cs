using HpcVerify.Detectors.Integrity.Flow;
using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Integrity;

/// <summary>A result that does not depend on what the reference's depends on.</summary>
public sealed class OutputIgnoresInputs : FlowDetector
{
    private static readonly Rule Ignored = new(
        "HV7205", Severity.Warning, "Output ignores an input", "{0} does not depend on '{1}', as the reference's does",
        "Constants, a closed form of a few elements or an output left as it was can pass a weak test and are no computation. Reported is an output of which nothing that is ever stored to it comes from a buffer or scalar "
        + "that the reference's output is made of; elements at fixed places do not count where the reference reads throughout. Conditions count as dependences. Clearing an output before sums are added to it, "
        + "a case without terms and padding are no findings, because the sums are stored, too. Compute the output from all of its inputs.");

    private static readonly Rule Overwritten = new(
        "HV7206", Severity.Warning, "Output overwritten with constants", "'{0}' is filled with what depends on no input after it was computed",
        "A computation whose result is overwritten is there for the reader only. Reported is a fill from the first element on, outside of all branches, after the last store that depends on the inputs, unless the "
        + "reference stores constants, too. Clear an output before the computation; padding behind the result is no finding.");

    internal override IEnumerable<Diagnostic> Look(DataFlow flow, DetectionContext context) =>
        context.Specification is { } specification && !flow.Walk.IsIncomplete
            ? Ignoring(flow, specification).Concat(Overwriting(flow, specification))
            : [];

    private static IEnumerable<Diagnostic> Ignoring(DataFlow flow, Specification specification)
    {
        var decided = flow.Walk.Conditions.Aggregate(Sources.None, (sources, condition) => sources | condition.Sources);
        foreach (var (name, owed, made) in Results(flow, specification))
        {
            var buffers = owed.ThroughoutOf & specification.Inputs & ~(made | decided).ThroughoutOf;
            var scalars = owed.NumbersOf & specification.Scalars & ~(made | decided).NumbersOf;
            if ((buffers | scalars) != 0)
            {
                yield return Ignored.At(flow.Entry.Symbol.Span, name, flow.NameOf(buffers | scalars));
            }
        }
    }

    /// <summary>The results of a kernel by name, with what the reference's depend on and what the kernel's do.</summary>
    private static IEnumerable<(string Name, Sources Owed, Sources Made)> Results(DataFlow flow, Specification specification)
    {
        for (var slot = 0; slot < Math.Min(flow.Entry.Parameters.Length, Sources.Slots); slot++)
        {
            if ((specification.Outputs & Sources.Slot(slot)) != 0)
            {
                yield return ($"what is stored to '{flow.Entry.Parameters[slot].Name}'", specification.StoredTo(slot), Dependences.Of(flow.Walk, slot));
            }
        }

        if (flow.Entry.Type.Result is not CType.Void)
        {
            yield return ("what is returned", specification.Returned, flow.Walk.Returned.Sources);
        }
    }

    private static IEnumerable<Diagnostic> Overwriting(DataFlow flow, Specification specification)
    {
        var statements = Flattened(flow.Entry.Body!.Statements).ToList();
        var last = statements.FindLastIndex(flow.DoesWork);
        var fills = flow.Walk.Stores.Where(store =>
            store.Targets.AreParameters && (store.Targets.Parameters & flow.Outputs) != 0 && store.Sources.ContentsOf == 0
            && !specification.StoresConstants(store.Targets.Parameters) && BeginsAtFirst(flow, store)).ToList();
        return
            from statement in statements.Skip(last + 1)
            where last >= 0 && IsUnconditional(statement)
            from store in fills
            where IsIn(store, statement)
            select Overwritten.At(store.At.Function == flow.Entry ? store.Span : statement.Span, flow.NameOf(store.Targets.Parameters));
    }

    /// <summary>Whether a store is part of a statement, or of a function that it calls.</summary>
    private static bool IsIn(Store store, KernelStatement statement) =>
        KernelWalk.DescendantsAndSelf(statement).Any(node => ReferenceEquals(node, store.Statement) || (node is KernelStatement.Call call && call.Target == store.At.Function.Symbol));

    private static IEnumerable<KernelStatement> Flattened(IEnumerable<KernelStatement> statements) =>
        statements.SelectMany(statement => statement switch
        {
            KernelStatement.Block block => Flattened(block.Statements),
            KernelStatement.Region { Construct: not Construct.WorksharingLoop } region => Flattened(region.Body.Statements),
            _ => [statement],
        });

    private static bool IsUnconditional(KernelStatement statement) =>
        !KernelWalk.DescendantsAndSelf(statement).Any(node => node is KernelStatement.If or KernelStatement.Switch);

    /// <summary>Whether every counter in the index starts at zero, or a function writes from the pointer itself on.</summary>
    private static bool BeginsAtFirst(DataFlow flow, Store store) => store.Place switch
    {
        null => true,
        Place.Element element => KernelWalk.DescendantsAndSelf(element).OfType<Value.Load>()
            .All(load => load.Place is not Place.Named { Variable: var variable } || variable.Type is not CType.Integer || flow.Sizes.IsSize(variable)
                || flow.Walk.Definitions.GetValueOrDefault(variable, []).FirstOrDefault() is { } first && ConstantNumber.IsZero(first)),
        _ => true,
    };
}
