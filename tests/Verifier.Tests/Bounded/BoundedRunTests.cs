using System.Diagnostics;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Kernels;
using HpcVerify.TestKit;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Terms;
using Xunit.Abstractions;

namespace HpcVerify.Verifier.Tests.Bounded;

/// <summary>Kernels of the corpus run over symbolic matrices.</summary>
public sealed class BoundedRunTests(ITestOutputHelper output)
{
    public static IEnumerable<object[]> Accepted => Fixture.In("corpus/matmul/accept").Concat(Fixture.In("corpus/matmul/reject"));

    [Theory, MemberData(nameof(Accepted))]
    public void Survey(string path)
    {
        var task = KernelTaskReader.Read(Repository.PathOf("corpus/matmul"), FrontEndForTests.Parse).Value!;
        var terms = new TermBuilder(new TermStore());
        var sizes = Sizes.Of([new("M", 5), new("N", 9), new("K", 6)]);
        var arguments = SymbolicCall.Arguments(task.Contract, sizes, terms)!.Value;
        var reference = Prepare(task.Specification, task.ReferenceName)!.Run(terms, arguments, new(100_000_000, 3, false));
        var candidate = Prepare(Fixture.Read(path).Source, task.EntryPoint);
        if (candidate is null) { return; }
        var watch = Stopwatch.StartNew();
        var result = candidate.Run(terms, arguments, new(100_000_000, 3, false));
        var comparison = BitwiseComparison.Of(reference, result, arguments);
        File.AppendAllText("/tmp/survey.txt", $"{path} {watch.Elapsed.TotalMilliseconds:0} ms, {result.Steps} steps, {terms.Store.Count} terms {comparison}\n");
        output.WriteLine(comparison.ToString());
    }

    private static BoundedRun? Prepare(HpcVerify.Parser.Text.SourceText source, string function)
    {
        var tree = FrontEndForTests.ParseWithLibrary(source).Value;
        var module = Lowering.Lower(tree).Value;
        return module.Function(function) is { Body: not null } entry ? new(module, Lowering.Lower(tree.LibraryTree).Value, entry) : null;
    }
}
