using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Parametric;
using HpcVerify.Verifier.Polyhedral;

namespace HpcVerify.Verifier.AllSizes;

/// <summary>
/// Every read of what starts with no value, against the writes that surely happen before: elements of arrays and of allocated
/// memory, outputs that the contract does not give a value, and variables.
/// </summary>
internal sealed class InitialisationCheck : SizeCheck
{
    public override SizeProperty Property => SizeProperty.Initialisation;

    public override SizeClaim Decide(SizeProblem problem)
    {
        var writes = problem.Extraction.Accesses.Where(access => access.Kind == AccessKind.Write).ToLookup(access => access.Object);
        var order = new EarlierWrites(problem.Extraction.Edges);
        var reads = problem.Extraction.Accesses
            .Where(access => access.Kind == AccessKind.Read && StartsEmpty(access.Object, problem.Facts))
            .DistinctBy(access => (access.Object, access.Offset, access.Length, access.Setting.Domain, access.Setting.Segment, string.Join(',', access.Setting.Enclosures.Select(enclosure => enclosure.Position))))
            .ToList();
        if (problem.TooMany(reads.Count) is { } tooMany)
        {
            return new(Property, tooMany);
        }

        var suspects = new List<Suspect>(VariableAssignment.UnassignedIn(problem.Request.Kernel.Module, problem.Request.Kernel.Entry.Name)
            .Select(use => new Suspect($"'{use.Variable.Name}' may be read before it is assigned", use.Span, SizeSet.Of(problem.Known, problem.Facts.SizeDimensions))));
        foreach (var read in reads)
        {
            var before = writes[read.Object].SelectMany(write => order.Before(read, write)).ToList();
            if (SizesOf(read, before, problem) is { } sizes)
            {
                suspects.Add(new($"what is read of '{read.Object}' may not be written before", read.Span, sizes));
            }
        }

        return SuspectVerdict.Of(problem, Property, suspects, witness => witness.Kind == Violation.Indeterminate, "what is read was written before");
    }

    /// <summary>Variables are another matter: they are not followed as memory.</summary>
    private static bool StartsEmpty(DataObject made, ContractFacts facts) => made.Kind switch
    {
        DataObjectKind.Parameter => facts.BufferOf(made) is { Access: BufferAccess.Write, IsZeroed: false },
        DataObjectKind.Heap or DataObjectKind.Unknown => true,
        DataObjectKind.Local => made.Type is CType.Array or CType.VariableArray or CType.Record or null,
        _ => false,
    };

    /// <summary>Sizes at which a read may come before the write; null where none are.</summary>
    private static SizeSet? SizesOf(Access read, List<EarlierWrite> before, SizeProblem problem)
    {
        SizeSet? best = null;
        var offsets = before.Select(write => write.Offset).Append(read.Offset);
        foreach (var shape in ElementShape.For(offsets, dimension => dimension.Owner is null || (read.Object.Owner is { } owner && dimension.Owner.Position <= owner.Position)))
        {
            if (Unwritten(read, before, shape, problem) is { } unwritten)
            {
                if (unwritten.IsNone)
                {
                    return null;
                }

                best ??= unwritten.Sizes(isExact: false);
            }
        }

        return best ?? SizeSet.Of(Formula.And(problem.Known, read.Domain), problem.Facts.SizeDimensions);
    }

    /// <summary>
    /// The executions of a read, each with an element that it reads, for which no write surely comes before; null where the read
    /// is not linear in a shape.
    /// </summary>
    private static Uncovered? Unwritten(Access read, List<EarlierWrite> before, ElementShape shape, SizeProblem problem)
    {
        if (Elements(read.Offset, read.Length) is not { } elements)
        {
            return null;
        }

        var written = before
            .Select(write => Elements(write.Offset, write.Length) is { } made ? Formula.And(write.Domain, made) : null)
            .OfType<Formula>().Where(formula => !formula.IsFalse).ToImmutableArray();
        var own = read.Domain;
        // What both speak of keeps its meaning only beside its definition.
        var common = written.SelectMany(formula => formula.Dimensions).Where(dimension => dimension.Number < EarlierWrites.Shift).Select(IntegerPolynomial.Of);
        var domain = Formula.And(problem.Known, own, elements, problem.Facts.Contents(own.Dimensions.Concat(elements.Dimensions).Distinct())).WithDefinitions(common).LinearPart;
        var dimensions = domain.Dimensions.Concat(written.SelectMany(formula => formula.Dimensions)).Concat(problem.Facts.SizeDimensions).Distinct().OrderBy(dimension => dimension.Number).ToList();
        var given = dimensions.Where(dimension => dimension.Kind == DimensionKind.Parameter).ToImmutableArray();
        var mine = dimensions.Where(dimension => dimension.Kind != DimensionKind.Parameter && IsOfRead(dimension) && !shape.Coordinates.Contains(dimension));
        return new(problem, domain, written, given, [.. mine, .. shape.Coordinates]);

        Formula? Elements(IntegerPolynomial offset, IntegerPolynomial length) =>
            offset.Over(read.Width) is { } index && length.Over(read.Width) is { } count ? shape.Elements(index, count) : null;

        static bool IsOfRead(Dimension dimension) => dimension.Number is < EarlierWrites.Shift or >= EarlierWrites.AfterShift;
    }
}
