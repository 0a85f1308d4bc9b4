using Microsoft.Z3;

namespace HpcVerify.Verifier.Smt;

/// <summary>One question put to a solver of its own, which is given up with the answer.</summary>
internal static class PosedQuestion
{
    /// <param name="text">Declarations and assertions in SMT-LIB.</param>
    /// <param name="resources">What Z3 may spend on each check, in units of its own that do not depend on the machine.</param>
    /// <param name="ask">Makes an answer of a solver that holds the assertions; first comes who it is, with its version.</param>
    /// <param name="otherwise">The answer where Z3 is not installed.</param>
    public static T Ask<T>(string text, uint resources, Func<string, Context, Solver, T> ask, T otherwise)
    {
        if (NativeLibraries.Probe() is not { } library)
        {
            return otherwise;
        }

        using var context = new Context();
        using var solver = context.MkSolver();
        solver.Parameters = context.MkParams().Add("rlimit", resources);
        solver.Assert(context.ParseSMTLIB2String(text));
        return ask($"Z3 {library.Version}", context, solver);
    }
}
