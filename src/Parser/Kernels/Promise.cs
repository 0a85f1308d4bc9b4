using System.Collections.Immutable;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Kernels;

/// <summary>What a kernel asks its compiler to believe; each is an obligation to prove.</summary>
public enum PromiseKind
{
    /// <summary><c>#pragma GCC ivdep</c>: no iteration depends on an earlier one through memory.</summary>
    NoLoopDependence,

    /// <summary><c>omp simd</c>: iterations may run in step, up to <c>safelen</c> apart.</summary>
    SimdLoop,

    /// <summary>Control never gets here.</summary>
    Unreachable,

    /// <summary>The first operand, an address, is a multiple of the second.</summary>
    Aligned,

    /// <summary>What the first operand, a <c>restrict</c> pointer, reaches is reached in no other way if it is changed.</summary>
    Restrict,

    /// <summary>The operands, two addresses, are of different objects, because the order of the stores is unspecified.</summary>
    DistinctPlaces,

    /// <summary>An attribute of the function, such as <c>pure</c> or <c>malloc</c>; <see cref="Promise.Text"/> is its name.</summary>
    FunctionAttribute,

    /// <summary>An option that changes what the compiler does with the file, such as <c>#pragma GCC optimize</c>.</summary>
    CompilerOption,
}

/// <summary>One promise to the compiler, as the kernel's author wrote it.</summary>
public sealed record Promise(PromiseKind Kind, string Text, ImmutableArray<Value> Operands, TextSpan Span);
