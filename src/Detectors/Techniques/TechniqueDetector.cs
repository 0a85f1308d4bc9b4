using HpcVerify.Detectors.Techniques.Nests;

namespace HpcVerify.Detectors.Techniques;

/// <summary>
/// One technique: a stateless class with its rule, whose explanation is its definition, and the code that finds it.
/// <see cref="TechniqueSuite"/> finds the class; there is nothing to register.
/// </summary>
public abstract class TechniqueDetector
{
    /// <summary>What it is called in tables and labels.</summary>
    public abstract string Technique { get; }

    /// <summary>Every place that has it, in any order.</summary>
    public abstract IEnumerable<TechniqueFinding> Find(KernelNest nest);
}
