using System.Collections.Immutable;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Kernels;

/// <summary>A function as it runs; a prototype has no body.</summary>
public sealed record KernelFunction(
    Symbol Symbol,
    ImmutableArray<Variable> Parameters,
    KernelStatement.Block? Body,
    ImmutableArray<Promise> Promises,
    TextSpan Span)
{
    public string Name => Symbol.Name;

    public CType.Function Type => (CType.Function)Symbol.Type;
}

/// <summary>A variable outside every function, with the value it starts with; null means zero, or another file's.</summary>
public sealed record GlobalVariable(Variable Variable, Value? Initial, TextSpan Span);

/// <summary>
/// What a C file means: its functions and globals, over its records and enumerations in order. <paramref name="Gaps"/> are constructs outside every function that
/// are not modelled, and nothing may be claimed of a module that has any.
/// </summary>
public sealed record Module(
    ImmutableArray<KernelFunction> Functions,
    ImmutableArray<GlobalVariable> Globals,
    ImmutableArray<Declaration> Types,
    ImmutableArray<Promise> Promises,
    ImmutableArray<KernelStatement.Unsupported> Gaps)
{
    /// <summary>The function of that name, its definition if there is one; null when the file has neither.</summary>
    public KernelFunction? Function(string name) => Functions.FirstOrDefault(function => function.Name == name);
}
