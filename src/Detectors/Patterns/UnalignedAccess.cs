using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Patterns;

/// <summary>Aligned accesses of addresses that nobody has promised to be aligned.</summary>
public sealed class UnalignedAccess : PatternDetector
{
    private static readonly Rule Found = new(
        "HV3102", Severity.Warning, "Aligned access of an unaligned address", "the access needs a multiple of {0} bytes, but {1}; use the unaligned form, or align what it reaches",
        "An aligned load, store or streaming store traps at an address that is no multiple of the vector's size. The caller promises an alignment only by `aligned(C, 64)`; rows are aligned only if their length is a multiple, "
        + "as by `requires(N % 8 == 0)`; an array of the kernel's own needs `_Alignas`, an allocation `aligned_alloc`. The unaligned forms cost nothing where the address happens to be aligned.");

    /// <summary>The first of several accesses that have one problem stands for all.</summary>
    public override IEnumerable<Diagnostic> Find(InspectedKernel kernel) => ChecksAddresses(kernel) ? [] : (
        from use in kernel.Uses
        where use.AlignmentInBytes is not null
        let why = Problem(kernel, use, use.AlignmentInBytes!.Value)
        where why is not null
        select (use.Span, Bytes: use.AlignmentInBytes!.Value, Why: why))
        .DistinctBy(found => (found.Bytes, found.Why))
        .Select(found => Found.At(found.Span, found.Bytes, found.Why));

    /// <summary>A kernel that looks at the bits of an address knows what it does.</summary>
    private static bool ChecksAddresses(InspectedKernel kernel) =>
        kernel.Nest.Nodes.Any(item => item.Node is Value.Convert { Kind: ConversionKind.PointerToInteger });

    /// <summary>Why an address need not be aligned, in words; null where it is, or where nothing is known of it.</summary>
    private static string? Problem(InspectedKernel kernel, MemoryUse use, int bytes)
    {
        var bases = kernel.BasesOf(use.Address);
        var roots = bases.OfType<Variable>().Where(variable => variable.Type is CType.Array or CType.VariableArray || kernel.Nest.Entry.Parameters.Contains(variable)).ToList();
        if (roots.Count == 0 || bases.OfType<Value>().Any() || (roots.Count > 1 && !roots.TrueForAll(other => kernel.Callers?.BufferOf(other)?.Contract.AlignmentInBytes < bytes)))
        {
            return null;
        }

        var root = roots[0];

        return root.IsParameter ? ProblemOfBuffer(kernel, use, root, bytes)
            : root is { HasUnreadAlignment: false, Storage: StorageKind.Automatic, Type: CType.Array { Element: CType.Floating or CType.Integer } } && (root.AlignmentInBytes ?? use.BytesOfElement) < bytes
                ? $"'{root.Name}' is aligned to {root.AlignmentInBytes ?? use.BytesOfElement}"
                : null;
    }

    private static string? ProblemOfBuffer(InspectedKernel kernel, MemoryUse use, Variable parameter, int bytes)
    {
        if (kernel.Callers?.BufferOf(parameter) is not { } buffer)
        {
            return null;
        }

        if (buffer.Contract.AlignmentInBytes < bytes)
        {
            return $"the contract promises {buffer.Contract.AlignmentInBytes} for '{parameter.Name}'";
        }

        var offset = use.Address - Polynomial.Atom(kernel.Nest.Algebra.NumberOf(parameter));
        var odd = Misaligned(kernel, use, offset, bytes / use.BytesOfElement);
        return odd is null ? null : $"'{kernel.Text(odd)}' elements from the start of '{parameter.Name}' need be none";
    }

    /// <summary>The part of an offset that is no multiple of a vector; null where all are, or where a part is not understood.</summary>
    private static Polynomial? Misaligned(InspectedKernel kernel, MemoryUse use, Polynomial offset, int elements)
    {
        var rest = Polynomial.Number(offset.ConstantTerm);
        foreach (var (atoms, factor) in offset.Products)
        {
            var product = atoms.Aggregate(Polynomial.Number(factor), (product, atom) => product * Polynomial.Atom(atom));
            if (factor % elements == 0 || atoms.Any(atom => kernel.Nest.Algebra.AtomOf(atom) is Variable size && kernel.Callers!.IsMultiple(size, elements)))
            {
                continue;
            }

            if (use.At.Loop?.Chain.FirstOrDefault(loop => atoms is [var only] && loop.Shape?.Atom == only)?.Shape is not { Stride: { } stride, Lower: [var lower] })
            {
                return null;
            }

            if (stride * factor % elements != 0)
            {
                return product;
            }

            rest += Polynomial.Number(factor) * lower;
        }

        return rest.Constant is { } constant ? constant % elements == 0 ? null : Polynomial.Number(constant) : null;
    }
}
