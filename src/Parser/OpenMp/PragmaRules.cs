using HpcVerify.Parser.Diagnostics;

namespace HpcVerify.Parser.OpenMp;

/// <summary>What can be wrong with the pragmas of a file as a whole.</summary>
public static class PragmaRules
{
    public static readonly Rule ReservedName = new(
        "HV7001", Severity.Error, "Reserved name", "name '{0}' is reserved for the checker",
        "Names that begin with '__hv' or 'hv_' stand for pragmas, primitives and guards inside this tool. A kernel that contains one could pass "
        + "itself off as checked, so it is not analysed.");

    public static readonly Rule Misplaced = new(
        "HV7006", Severity.Error, "Directive outside functions", "directive '{0}' is outside every function",
        "The directive governs a statement, but no function is open where it stands, or braces hidden in macros make it look "
        + "so. Nothing can be attached to it, so the file is not analysed.");

    public static readonly Rule MacroStack = new(
        "HV7007", Severity.Error, "Saved macro", "pragma '{0}' saves or restores a macro",
        "The meaning of a name then depends on when the compiler executes the pragma, which compilers do differently. The "
        + "file is not analysed.");
}
