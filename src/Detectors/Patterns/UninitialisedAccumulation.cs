using HpcVerify.Detectors.Techniques;
using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Patterns;

/// <summary>Outputs that are added to although nothing was stored in them.</summary>
public sealed class UninitialisedAccumulation : PatternDetector
{
    private static readonly Rule Found = new(
        "HV5102", Severity.Warning, "Accumulation into an uninitialised output", "adds to '{0}', which holds anything when the kernel is called; store the first term, or set '{0}' to zero first",
        "The contract says that a buffer is written (`writes(C, n)`), not that it holds input (`updates`) or zeros (`zeroed`). The kernel reads an element of it, adds and stores back, and "
        + "stores nothing else there first: `C[i] += x[i]` with no `C[i] = 0` before. Start from zero, or sum in a variable and store that.");

    public override IEnumerable<Diagnostic> Find(InspectedKernel kernel) =>
        from buffer in kernel.Callers?.Buffers ?? []
        where buffer.Contract is { Access: BufferAccess.Write, IsZeroed: false }
        let first = FirstSum(kernel, buffer.Pointer)
        where first is not null && !IsSetBefore(kernel, buffer.Pointer, first)
        select Found.At(first.Statement.Span, buffer.Pointer.Name);

    private static NestStatement? FirstSum(InspectedKernel kernel, Variable buffer) => kernel.Nest.Statements.FirstOrDefault(at =>
        kernel.Nest.WrittenBy(at) is { } write && kernel.ParameterOf(write.Address) == buffer && ReadModifyWrite.IsAddedTo(kernel.Nest, write));

    /// <summary>Whether anything else is stored in the buffer before, or in an earlier turn of a loop around the sum.</summary>
    private static bool IsSetBefore(InspectedKernel kernel, Variable buffer, NestStatement sum)
    {
        var end = sum.Loop?.Chain.Last().End ?? sum.Order;
        return kernel.Nest.Statements.Any(at => at.Order < end && at != sum && (at.Statement switch
        {
            KernelStatement.Call call when kernel.Nest.WrittenBy(at) is null => call.Arguments.Any(argument => IsIn(kernel, argument, at, buffer)),
            _ => kernel.Nest.WrittenBy(at) is { } write && MayBe(kernel, write.Address, buffer) && !ReadModifyWrite.IsAddedTo(kernel.Nest, write),
        } || at.Nodes.OfType<Value.PureCall>().Any(call => call.Target.Origin != SymbolOrigin.Library && call.Arguments.Any(argument => IsIn(kernel, argument, at, buffer)))));
    }

    private static bool IsIn(InspectedKernel kernel, Value argument, NestStatement at, Variable buffer) =>
        argument.Type is CType.Pointer && MayBe(kernel, kernel.Nest.Algebra.Of(argument, at.Order), buffer);

    private static bool MayBe(InspectedKernel kernel, Polynomial address, Variable buffer) => kernel.BasesOf(address).Contains(buffer);
}
