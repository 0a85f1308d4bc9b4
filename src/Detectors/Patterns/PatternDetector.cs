using HpcVerify.Parser.Diagnostics;

namespace HpcVerify.Detectors.Patterns;

/// <summary>
/// One pattern that is usually a bug: a stateless class with its rule and the code that finds it.
/// <see cref="PatternSuite"/> finds the class; there is nothing to register. A finding is a suspicion, which a proof may withdraw.
/// </summary>
public abstract class PatternDetector
{
    /// <summary>Every place that has the pattern, in any order.</summary>
    public abstract IEnumerable<Diagnostic> Find(InspectedKernel kernel);
}
