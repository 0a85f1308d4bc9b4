using System.Collections.Immutable;
using System.Numerics;
using HpcVerify.Parser.Contracts;
using HpcVerify.Verifier.Parametric;
using HpcVerify.Verifier.Polyhedral;

namespace HpcVerify.Verifier.Tests.Parametric;

/// <summary>Extracted accesses at known sizes: sets of bytes that isl can count out.</summary>
internal sealed class ConcreteAccesses(CorpusExtraction kernel, Sizes sizes, int threads)
{
    private static readonly Dimension Byte = new(1_000_000, "byte", DimensionKind.Iterator, null, default);

    public IEnumerable<string> Mistakes(long operations)
    {
        using var context = new IslContext(operations);
        var mistakes = new List<string>();
        foreach (var buffer in kernel.Task.Contract.Buffers)
        {
            var name = kernel.ParameterNames[kernel.Task.Contract.Parameters.IndexOf(buffer.Pointer)];
            var bytes = ContractArithmetic.Integer(buffer.Count, sizes)!.Value * Width(buffer);
            var all = context.Set($"{{ [b] : 0 <= b < {bytes} }}");
            var accesses = kernel.Extraction.Accesses.Where(access => access.Object is { Kind: DataObjectKind.Parameter } reached && reached.Name == name).ToList();
            foreach (var access in accesses.Where(access => access.IsExact))
            {
                if (BytesOf(access) is { } text && context.Set(text).IsSubsetOf(all) == IslAnswer.No)
                {
                    mistakes.Add($"{kernel.Path} at {kernel.Task.Describe(sizes)}: {access.Object}[{access.Offset}] outside of {bytes} bytes when {access.Domain}");
                }
            }

            if (buffer is { Access: BufferAccess.Write, IsZeroed: false } && !IsCovered(context, accesses, all))
            {
                mistakes.Add($"{kernel.Path} at {kernel.Task.Describe(sizes)}: not all of {name} is written");
            }
        }

        return mistakes;
    }

    /// <summary>Also true where isl cannot say.</summary>
    private bool IsCovered(IslContext context, IEnumerable<Access> accesses, IslSet all)
    {
        var written = context.Set("{ [b] : false }");
        foreach (var access in accesses.Where(access => access.Kind == AccessKind.Write))
        {
            if (BytesOf(access) is not { } text)
            {
                return true;
            }

            written = written.Union(context.Set(text));
        }

        return all.IsSubsetOf(written) != IslAnswer.No;
    }

    private string? BytesOf(Access access)
    {
        var place = IntegerPolynomial.Of(Byte);
        var touched = Formula.And(access.Domain, Formula.AtLeast(place, access.Offset), Formula.Less(place, access.Offset + access.Length));
        foreach (var dimension in touched.Dimensions.ToList())
        {
            if (ValueOf(dimension) is { } value)
            {
                touched = touched.With(dimension, IntegerPolynomial.Of(value));
            }
        }

        return IslText.SetOf(touched, [], [Byte]);
    }

    private BigInteger? ValueOf(Dimension dimension) => dimension.Kind switch
    {
        DimensionKind.Parameter when Place(dimension.Name) is { } position => sizes[kernel.Task.Contract.Parameters[position].Name],
        DimensionKind.ThreadCount => threads,
        _ => null,
    };

    private int? Place(string name) => kernel.ParameterNames.ToImmutableList().IndexOf(name) is >= 0 and var position ? position : null;

    private static long Width(BufferContract buffer) => buffer.Element switch
    {
        HpcVerify.Parser.Syntax.CType.Floating floating => floating.WidthInBits / 8,
        HpcVerify.Parser.Syntax.CType.Integer integer => integer.WidthInBits / 8,
        HpcVerify.Parser.Syntax.CType.Complex { Component: HpcVerify.Parser.Syntax.CType.Floating part } => part.WidthInBits / 4,
        _ => throw new NotSupportedException(),
    };
}
