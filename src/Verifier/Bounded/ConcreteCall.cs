using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;

namespace HpcVerify.Verifier.Bounded;

/// <summary>A call of which everything is known: sizes, each argument's bits, and how it is run.</summary>
public sealed record ConcreteCall(Sizes Sizes, ImmutableArray<RunArgument> Arguments, RunOptions Options);
