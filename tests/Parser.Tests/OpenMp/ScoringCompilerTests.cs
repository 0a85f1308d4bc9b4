using System.Diagnostics;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;
using HpcVerify.TestKit;

namespace HpcVerify.Parser.Tests.OpenMp;

/// <summary>
/// The directives in the tree are those that the scoring compiler obeys: <c>gcc -fopenmp -E</c> prints each one, also
/// those that macros write (SOUNDNESS 2).
/// </summary>
public sealed class ScoringCompilerTests
{
    private const string Marker = "#pragma omp";

    public static IEnumerable<object[]> Files =>
        Fixture.In("corpus").Where(row => ((string)row[0]).Contains("/accept/", StringComparison.Ordinal)).Concat(Fixture.In("tests/Parser.Tests/Fixtures"));

    [Theory, MemberData(nameof(Files))]
    public void TreeHasAsManyDirectivesAsTheCompilerSees(string path)
    {
        var source = SourceText.FromBytes(path, File.ReadAllBytes(Repository.PathOf(path)));
        var tree = FrontEndForTests.Parse(source).Value;
        var inFunctions = SyntaxWalk.Statements(tree).OfType<Statement.Directive>().Count();
        var outside = tree.Pragmas.Count(pragma => pragma.Text.StartsWith("omp", StringComparison.Ordinal));

        Assert.Equal(SeenByCompiler(source), inFunctions + outside);
    }

    private static int SeenByCompiler(SourceText source)
    {
        var start = new ProcessStartInfo("gcc", ["-fopenmp", "-march=native", "-std=gnu17", "-E", "-x", "c", "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var gcc = Process.Start(start)!;
        var errors = gcc.StandardError.ReadToEndAsync();
        gcc.StandardInput.Write(source.ToString());
        gcc.StandardInput.Close();
        var lines = gcc.StandardOutput.ReadToEnd().Split('\n');
        gcc.WaitForExit();
        Assert.True(gcc.ExitCode == 0, errors.Result);
        return lines.Count(line => line.TrimStart().StartsWith(Marker, StringComparison.Ordinal));
    }
}
