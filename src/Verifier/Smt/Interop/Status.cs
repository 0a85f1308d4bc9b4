namespace Microsoft.Z3;

/// <summary>The answer of a solver.</summary>
public enum Status
{
    UNSATISFIABLE = -1,
    UNKNOWN = 0,
    SATISFIABLE = 1,
}
