using HpcVerify.Parser.Diagnostics;

namespace HpcVerify.Detectors.Patterns;

/// <summary>Temporaries that all threads of a team have in common.</summary>
public sealed class MissingPrivate : PatternDetector
{
    private static readonly Rule Found = new(
        "HV4101", Severity.Warning, "Missing private", "every thread writes to the one '{0}' that the team shares; {1}",
        "A variable, or an element that is the same for all threads, is declared outside of a parallel region and written inside of it by every thread: `double t; #pragma omp parallel for` "
        + "with `t = …` in the loop. Declare it inside of the region, list it in `private`, or give each thread a part of the array.");

    public override IEnumerable<Diagnostic> Find(InspectedKernel kernel) =>
        kernel.SharedWrites.Where(write => !write.IsSum)
            .Select(write => Found.At(write.At.Statement.Span, write.Name, write.IsElement ? "let each thread write to elements of its own" : "declare it inside of the region or add a 'private' clause"));
}
