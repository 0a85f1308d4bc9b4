using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

/// <summary>How a statement passes control on.</summary>
internal enum Signal
{
    Next,
    Break,
    Continue,
    Return,
    Goto,

    /// <summary>It depends on contents: see <see cref="Machine.TakeWays"/>.</summary>
    Split,
}

/// <summary>Compiled code for a scalar value.</summary>
internal delegate Scalar Evaluate(Machine machine);

/// <summary>Compiled code for a vector: its lanes go to slots of the frame, from the given one on.</summary>
internal delegate void EvaluateLanes(Machine machine, int target);

/// <summary>Compiled code for a place in memory.</summary>
internal delegate Address Locate(Machine machine);

/// <summary>Compiled code for a statement.</summary>
internal delegate Signal Execute(Machine machine);

/// <summary>What must hold of the inputs, or else the run ends in <paramref name="Otherwise"/>.</summary>
public sealed record Obligation(Term MustHold, RunOutcome Otherwise);

