using HpcVerify.Parser.Diagnostics;

namespace HpcVerify.Parser.Text;

/// <summary>Uses of the preprocessor by which two compilers can be shown two different programs.</summary>
public static class PreprocessorRules
{
    private const string Consequence = " The file is not analysed: what is checked has to be what is compiled.";

    public static readonly Rule CompilerDependent = new(
        "HV7002", Severity.Error, "Compiler-dependent preprocessing", "'{0}' tests '{1}', which the file does not define",
        "A conditional on a name the file does not define may choose one program for the compiler that scores and another for "
        + "the checker. '_OPENMP', '__FMA__', '__AVX…__' and '__SSE…__' may be tested." + Consequence);

    public static readonly Rule EnvironmentDependent = new(
        "HV7003", Severity.Error, "Environment-dependent token", "'{0}' depends on the compiler or on where it runs",
        "The token means different things to different compilers, at different times or on different lines." + Consequence);

    public static readonly Rule RedefinedName = new(
        "HV7004", Severity.Error, "Redefined name", "'#{0}' changes '{1}', which is not the file's to change",
        "Keywords, names that begin with two underscores, intrinsics, and names that headers may use belong to the compiler "
        + "and its library." + Consequence);

    public static readonly Rule UnusualDirective = new(
        "HV7005", Severity.Error, "Unusual preprocessing directive", "'#{0}' is not supported",
        "The directive includes what the checker cannot see, moves lines, or is understood by one compiler only."
        + Consequence);
}
