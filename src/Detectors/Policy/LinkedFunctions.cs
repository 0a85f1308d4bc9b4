namespace HpcVerify.Detectors.Policy;

/// <summary>What the object file of a kernel may want from others: the same families that its text may call.</summary>
public static class LinkedFunctions
{
    private static readonly NameSet Runtime = NameSet.Of("GOMP_* gomp_* cxa_finalize gmon_start stack_chk_fail tls_get_addr ITM_* tunable* errno_location");

    private static readonly NameSet Allowed = LibraryFunctions.Declarable | FunctionFamilies.StandardOutput | Runtime;

    /// <summary>gcc's name for a vector version of a function of mathematics, as the vector function ABI makes it: <c>_ZGVeN8v_exp</c>.</summary>
    private const string VectorPrefix = "_ZGV";

    /// <param name="symbol">As a symbol table has it, without a version.</param>
    public static bool MayBeLinked(string symbol) =>
        symbol.StartsWith(VectorPrefix, StringComparison.Ordinal)
            ? LibraryFunctions.Declarable.Contains(symbol[(symbol.LastIndexOf('_') + 1)..])
            : Allowed.Contains(ForeignFunction.Plain(symbol));
}
