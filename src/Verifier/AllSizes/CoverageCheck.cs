using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Parametric;
using HpcVerify.Verifier.Polyhedral;

namespace HpcVerify.Verifier.AllSizes;

/// <summary>The elements of every buffer that the contract says is written, against the writes that happen for sure.</summary>
internal sealed class CoverageCheck : SizeCheck
{
    public override SizeProperty Property => SizeProperty.Coverage;

    public override SizeClaim Decide(SizeProblem problem)
    {
        var suspects = problem.Extraction.Objects
            .Select(made => problem.Facts.BufferOf(made) is { Access: BufferAccess.Write, IsZeroed: false } buffer ? SuspectOf(made, buffer, problem) : null)
            .OfType<Suspect>().ToList();
        return SuspectVerdict.Of(problem, Property, suspects, witness => witness is { Kind: null, Element.Actual: null }, "every element of what is to be written is written");
    }

    /// <summary>Null where all of a buffer is written at all sizes.</summary>
    private static Suspect? SuspectOf(DataObject made, BufferContract buffer, SizeProblem problem)
    {
        var width = ElementSize.InBytes(buffer.Element);
        var span = problem.Request.Kernel.Entry.Span;
        var what = $"an element of '{made.Name}' may not be written";
        if (problem.Facts.BytesOf(made)?.Over(width) is not { } count)
        {
            return new(what, span, SizeSet.Of(problem.Known, problem.Facts.SizeDimensions));
        }

        var writes = problem.Extraction.Accesses.Where(access => access.Object == made && access.Kind == AccessKind.Write).ToList();
        SizeSet? best = null;
        foreach (var shape in ElementShape.For(writes.Select(write => write.Offset).Append(count), dimension => dimension.Kind == DimensionKind.Parameter))
        {
            if (shape.Elements(IntegerPolynomial.Zero, count) is not { } all)
            {
                continue;
            }

            var missing = new Missing(problem, shape, all, width, writes);
            var elements = missing.Elements;
            if (elements.IsNone)
            {
                return null;
            }

            best ??= elements.Sizes(missing.IsExact);
        }

        return new(what, span, best ?? SizeSet.Of(problem.Known, problem.Facts.SizeDimensions));
    }

    /// <summary>The elements of one buffer that are not surely written.</summary>
    private sealed class Missing(SizeProblem problem, ElementShape shape, Formula all, int width, IReadOnlyList<Access> writes)
    {
        private readonly ImmutableArray<(Formula Elements, bool IsExact)> _written = [.. writes.Select(write => Written(write, shape, width)).OfType<(Formula, bool)>()];

        public Uncovered Elements
        {
            get
            {
                var given = Given;
                return new(problem, Formula.And(problem.Known, all).WithDefinitions(given.Select(IntegerPolynomial.Of)).LinearPart, [.. _written.Select(write => write.Elements)], given, shape.Coordinates);
            }
        }

        /// <summary>Whether every write that there is was understood, so that what seems missing is.</summary>
        public bool IsExact =>
            !problem.Facts.MayOverlap && _written.Length == writes.Count && _written.All(write => write.IsExact) && (shape.IsFlat || _written.All(write => StaysInRows(write.Elements)));

        private ImmutableArray<Dimension> Given =>
            [.. problem.Facts.SizeDimensions.Concat(_written.SelectMany(write => write.Elements.Dimensions)).Concat(problem.Known.Dimensions).Concat(all.Dimensions).Where(IsGiven).Distinct().OrderBy(dimension => dimension.Number)];

        private bool StaysInRows(Formula elements)
        {
            using var context = new IslContext(problem.Options.PolyhedralOperations);
            return context.Set(IslText.SetOf(Formula.And(problem.Known.LinearPart, elements, shape.OutsideRows), [], shape.Coordinates)!).IsEmpty() == IslAnswer.Yes;
        }

        /// <summary>The size of a team that is the same all through the run is given like the sizes.</summary>
        private static bool IsGiven(Dimension dimension) => dimension is { Kind: DimensionKind.Parameter } or { Kind: DimensionKind.ThreadCount or DimensionKind.Free, Owner: null };

        private static (Formula Elements, bool IsExact)? Written(Access write, ElementShape shape, int width)
        {
            var domain = write.Domain;
            var isSure = SureWrite.IsDoneByAnybody(write, domain, 0)
                && domain.Dimensions.Concat(write.Offset.Dimensions).Concat(write.Length.Dimensions).All(dimension => IsGiven(dimension) || dimension.Kind is not (DimensionKind.ThreadCount or DimensionKind.Free));
            return isSure && write.Offset.Over(width) is { } offset && write.Length.Over(width) is { } length && shape.Elements(offset, length) is { } elements
                ? (Formula.And(SureWrite.Linear(domain), elements), domain.IsExact && SureWrite.Linear(domain) == domain)
                : null;
        }
    }
}
