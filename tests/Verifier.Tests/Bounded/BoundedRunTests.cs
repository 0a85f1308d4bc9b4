using System.Collections.Immutable;
using System.Diagnostics;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.TestKit;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Terms;
using Xunit.Abstractions;

namespace HpcVerify.Verifier.Tests.Bounded;

/// <summary>Kernels of the corpus run over symbolic matrices.</summary>
public sealed class BoundedRunTests(ITestOutputHelper output)
{
    private static readonly CType Double = new CType.Floating(FloatingKind.Double, 64, Qualifiers.None);

    public static IEnumerable<object[]> Accepted => Fixture.In("corpus/matmul/accept");

    [Theory, MemberData(nameof(Accepted))]
    public void Survey(string path)
    {
        var task = KernelTaskReader.Read(Repository.PathOf("corpus/matmul"), FrontEndForTests.Parse).Value!;
        var tree = FrontEndForTests.ParseWithLibrary(Fixture.Read(path).Source).Value;
        var module = Lowering.Lower(tree).Value;
        var library = Lowering.Lower(tree.LibraryTree).Value;
        var terms = new TermBuilder(new TermStore());
        var watch = Stopwatch.StartNew();
        var result = new BoundedRun(module, library, module.Function(task.EntryPoint)!).Run(terms, Arguments(terms, 8, 8, 8), 100_000_000);
        File.AppendAllText("/tmp/survey.txt", $"{path} {watch.Elapsed.TotalMilliseconds:0} ms, {result.Steps} steps, {terms.Store.Count} terms {result.Outcome}\n");
        output.WriteLine(result.Outcome.ToString());
    }

    private static List<RunArgument> Arguments(TermBuilder terms, int m, int n, int k)
    {
        return
        [
            new RunArgument.Buffer("A", Double, Inputs(terms, "A", m * k), 8, true),
            new RunArgument.Buffer("B", Double, Inputs(terms, "B", k * n), 8, true),
            new RunArgument.Buffer("C", Double, [.. Enumerable.Repeat(Scalar.Indeterminate, m * n)], 8, false),
            new RunArgument.Value(Scalar.Of((ulong)m)), new RunArgument.Value(Scalar.Of((ulong)n)), new RunArgument.Value(Scalar.Of((ulong)k)),
        ];
    }

    private static ImmutableArray<Scalar> Inputs(TermBuilder terms, string name, int count) =>
        [.. Enumerable.Range(0, count).Select(index => Scalar.Of(terms.Input(Sort.Float64, FormattableString.Invariant($"{name}[{index}]")), terms.Store))];
}
