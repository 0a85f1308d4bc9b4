using HpcVerify.Parser.Diagnostics;

namespace HpcVerify.Detectors.Patterns;

/// <summary>Sums into what all threads of a team have in common.</summary>
public sealed class MissingReduction : PatternDetector
{
    private static readonly Rule Found = new(
        "HV4102", Severity.Warning, "Missing reduction", "every thread adds to the one '{0}' that the team shares; add a 'reduction' clause, or make the update atomic",
        "A variable, or an element that is the same for all threads, is added to inside of a parallel region, and neither a `reduction` clause nor `atomic` nor `critical` keeps the threads apart: "
        + "`#pragma omp parallel for` with `sum += x[i]` in the loop. Two threads read the same old value, and one of the two terms is lost. Add `reduction(+ : sum)`.");

    public override IEnumerable<Diagnostic> Find(InspectedKernel kernel) =>
        kernel.SharedWrites.Where(write => write.IsSum).Select(write => Found.At(write.At.Statement.Span, write.Name));
}
