using System.Diagnostics;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.TestKit;

/// <summary>One front end for all tests of a process: the model headers, and gcc's macros under the scored flags.</summary>
public static class FrontEndForTests
{
    private static readonly Lazy<FrontEnd> Shared = new(() => new FrontEnd(new FrontEndOptions(
        Repository.PathOf("src/Parser/Library"),
        Path.Combine(Path.GetTempPath(), "hpcverify-tests"),
        PredefinedMacros())));

    public static FrontEnd FrontEnd => Shared.Value;

    public static Checked<SyntaxTree> Parse(SourceText source) => Shared.Value.Parse(source);

    public static Checked<SyntaxTree> ParseWithLibrary(SourceText source) => Shared.Value.ParseWithLibrary(source);

    public static Checked<SyntaxTree> Parse(string code) => Parse(SourceText.From("test.c", code));

    /// <summary>The type of the last function that a line of C declares.</summary>
    public static CType.Function Prototype(string declaration) => Parse(declaration).Value.Functions.Last().Type;

    private static string PredefinedMacros()
    {
        var start = new ProcessStartInfo("gcc", ["-dM", "-E", "-x", "c", "/dev/null", "-O3", "-march=native", "-fopenmp"]) { RedirectStandardOutput = true };
        using var gcc = Process.Start(start)!;
        var macros = gcc.StandardOutput.ReadToEnd();
        gcc.WaitForExit();
        return macros;
    }
}
