using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Verifier.Replay;

/// <summary>A refuted claim with all that is needed to see it fail again.</summary>
/// <param name="Kernel">The kernel as it was verified.</param>
/// <param name="Property">What is claimed to be broken.</param>
/// <remarks>The evaluator and a compiled program both start from it, and so does the file it is kept in.</remarks>
public sealed record Witness(KernelTask Task, SourceText Kernel, Property Property, Counterexample Counterexample);
